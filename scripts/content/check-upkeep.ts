import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '../../api/day.ts'
import { articleFiles } from '../../api/definitions/list-articles.ts'
import { readDefinitions } from '../../api/definitions/load.ts'
import { readChanges } from '../../site/lib/read-changes.ts'
import { inFile, readArticles } from './check-content.ts'
import type { ContentProblem } from './check-content.ts'
import { definitionLinks } from './definition-links.ts'
import { orphans } from './orphans.ts'
import { staleTranslations } from './stale-translations.ts'

const folder = 'content/articles'

/**
 * What is worth a thought of the articles as a whole, and of announcements. A build does not ask: nothing here keeps a
 * reader from a page.
 */
export async function checkUpkeep({
  root,
  now = Date.now(),
}: {
  root: string
  now?: number
}): Promise<ContentProblem[]> {
  const definitions = globSync(['content/**/*.{yaml,yml}', 'surveys/**/*.{yaml,yml}'], { cwd: root })
  const named = definitions
    .flatMap((file) => definitionLinks(readFileSync(join(root, file), 'utf8')))
    .flatMap(({ to, target }) => (to === 'article' ? [target.replace(/#.*$/, '')] : []))
  return [
    ...orphans(readArticles(root).read, new Set(named)).map(({ file, finding }) => inFile(file, finding)),
    ...staleTranslations(articleFiles(root), await readChanges(join(root, folder))).map(({ path, finding }) =>
      inFile(join(folder, path), finding),
    ),
    ...endedAnnouncements(root, dayOf(now)),
  ]
}

/** Announcements that come up no more. That is no mistake, unless the day is: what was said stays among the news. */
const endedAnnouncements = (root: string, today: string): ContentProblem[] =>
  (readDefinitions({ root }).files?.announcements ?? []).flatMap(({ value: { until }, problem }) => {
    if (until === undefined || until >= today) return []
    const detail = `Its last day was ${until}: only the news of the help panel still have it.`
    const found = problem(['until'], detail, 'Give it another day, or take the file out when it is no news any more.')
    return [{ ...found, severity: 'warning' as const }]
  })
