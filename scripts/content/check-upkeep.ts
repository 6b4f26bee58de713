import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleFiles } from '../../api/definitions/list-articles.ts'
import { readChanges } from '../../site/lib/read-changes.ts'
import { inFile, readArticles } from './check-content.ts'
import type { ContentProblem } from './check-content.ts'
import { definitionLinks } from './definition-links.ts'
import { orphans } from './orphans.ts'
import { staleTranslations } from './stale-translations.ts'

const folder = 'content/articles'

/** What is worth a thought of the articles as a whole. A build does not ask: nothing here keeps a reader from a page. */
export async function checkUpkeep({ root }: { root: string }): Promise<ContentProblem[]> {
  const definitions = globSync(['content/**/*.{yaml,yml}', 'surveys/**/*.{yaml,yml}'], { cwd: root })
  const named = definitions
    .flatMap((file) => definitionLinks(readFileSync(join(root, file), 'utf8')))
    .flatMap(({ to, target }) => (to === 'article' ? [target.replace(/#.*$/, '')] : []))
  return [
    ...orphans(readArticles(root).read, new Set(named)).map(({ file, finding }) => inFile(file, finding)),
    ...staleTranslations(articleFiles(root), await readChanges(join(root, folder))).map(({ path, finding }) =>
      inFile(join(folder, path), finding),
    ),
  ]
}
