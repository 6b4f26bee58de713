import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { writeChanges } from '../../feeds/write-changes.ts'
import { textsFor } from '../../i18n/texts-for.ts'
import { localePaths } from '../../lib/locale-paths.ts'
import { originOf } from '../../lib/origin.ts'

export const getStaticPaths = localePaths satisfies GetStaticPaths

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ site, props: { library } }) =>
  new Response(writeChanges(library, { origin: originOf(site), texts: textsFor(library.locale) }))
