import type { APIRoute } from 'astro'
import { writeSitemap } from '../feeds/write-sitemap.ts'
import { loadLibraries } from '../lib/load-libraries.ts'
import { originOf } from '../lib/origin.ts'

export const GET = (async ({ site }) =>
  new Response(writeSitemap(await loadLibraries(), originOf(site)))) satisfies APIRoute
