import { readRedirects } from '../../api/definitions/read-redirects.ts'
import type { DefinitionProblem } from '../../api/definitions/read-yaml.ts'
import { judgeLink } from './site-map.ts'
import type { SiteMap } from './site-map.ts'

/** Redirects that never happen, because there is a page, and those that lead nowhere. */
export function deadRedirects(root: string, map: SiteMap): DefinitionProblem[] {
  const { read } = readRedirects(root)
  return Object.entries(read?.value ?? {}).flatMap(([from, to]) => {
    const isPage = [from, `${from}/`].some((path) => map.paths.has(path))
    const wrong = isPage
      ? { detail: `There is a page at ${from}, so nobody is sent on.`, remedy: 'Remove the page or the redirect.' }
      : judgeLink(to, '/', map)
    return read && wrong ? [read.problem([from], wrong.detail, wrong.remedy)] : []
  })
}
