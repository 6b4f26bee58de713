import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readYaml } from '../../api/definitions/read-yaml.ts'
import type { DefinitionProblem, YamlFile } from '../../api/definitions/read-yaml.ts'
import { articleUrl } from '../../content/article-address.ts'
import { SearchHints } from '../../content/schema.ts'
import { noSuchArticle } from './site-map.ts'
import type { SiteMap } from './site-map.ts'

const file = 'content/search.yaml'

/** Reads what writers tell the search; nothing where there is no such file. */
export function readSearchHints(root: string): { read?: YamlFile<SearchHints>; problems: DefinitionProblem[] } {
  return existsSync(join(root, file)) ? readYaml(SearchHints, join(root, file), root) : { problems: [] }
}

/** Pinned articles that do not exist. */
export function checkPins({ value, problem }: YamlFile<SearchHints>, map: SiteMap): DefinitionProblem[] {
  return Object.entries(value.pins).flatMap(([locale, pins]) =>
    pins.flatMap(({ articles }, pin) =>
      articles.flatMap((id, at) => {
        if (map.paths.has(articleUrl(locale, id))) return []
        const { detail, remedy } = noSuchArticle(id, map)
        return [problem(['pins', locale, pin, 'articles', at], detail, remedy)]
      }),
    ),
  )
}
