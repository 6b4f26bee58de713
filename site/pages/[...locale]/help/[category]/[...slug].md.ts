import { getCollection } from 'astro:content'
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { writeMarkdown } from '../../../../../content/write-markdown.ts'
import { parseArticlePath } from '../../../../lib/article-path.ts'
import { localeParam } from '../../../../lib/locale-param.ts'

export const getStaticPaths = (async () => {
  // A build writes them all at once, which takes a tenth of the time.
  if (import.meta.env.PROD) return []
  return (await getCollection('articles')).map(({ id: path, data: { title, description }, body = '' }) => {
    const { locale, category, id } = parseArticlePath(path)
    return {
      params: { locale: localeParam(locale), category, slug: id.slice(category.length + 1) },
      props: { title, description, body },
    }
  })
}) satisfies GetStaticPaths

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(writeMarkdown(props))
