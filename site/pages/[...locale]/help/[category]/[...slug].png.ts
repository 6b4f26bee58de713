import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { keepPreview } from '../../../../feeds/keep-preview.ts'
import { textsFor } from '../../../../i18n/texts-for.ts'
import { writtenShelves } from '../../../../lib/library.ts'
import { loadLibraries } from '../../../../lib/load-libraries.ts'
import { localeParam } from '../../../../lib/locale-param.ts'

export const getStaticPaths = (async () => {
  // Who shows it needs its whole address, which only PUBLIC_URL says.
  if (!import.meta.env.SITE) return []
  return [...(await loadLibraries()).values()].flatMap((library) =>
    writtenShelves(library).flatMap((category) =>
      category.articles.map(({ id, locale, title }) => ({
        params: { locale: localeParam(locale), category: category.id, slug: id.slice(category.id.length + 1) },
        props: { title, category: category.title, siteName: textsFor(locale).siteName },
      })),
    ),
  )
}) satisfies GetStaticPaths

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(new Uint8Array(await keepPreview('.astro/previews', props)))
