import type { APIRoute } from 'astro'
import { originOf } from '../lib/origin.ts'

export const GET = (({ site }) =>
  new Response(`# The console and the API are for machines and people with a key.
User-agent: *
Disallow: /console/
Disallow: /v1/

Sitemap: ${originOf(site)}/sitemap.xml
`)) satisfies APIRoute
