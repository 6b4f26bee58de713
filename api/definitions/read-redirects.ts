import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Redirects } from '../../content/schema.ts'
import { readYaml, type DefinitionProblem, type YamlFile } from './read-yaml.ts'

const file = 'content/redirects.yaml'

/** Reads where pages have moved to; nothing where there is no such file. */
export function readRedirects(root: string): { read?: YamlFile<Redirects>; problems: DefinitionProblem[] } {
  return existsSync(join(root, file)) ? readYaml(Redirects, join(root, file), root) : { problems: [] }
}

/** With and without its final slash a path is the same page. */
const page = (path: string) => path.replace(/[?#].*$/, '').replace(/(?<=.)\/$/, '')

/**
 * Says where a path has moved to; undefined where it has not.
 *
 * @example
 * ```ts
 * redirectsOf({ '/help/old/': '/help/new/' })('/help/old') // '/help/new/'
 * ```
 */
export function redirectsOf(redirects: Redirects): (path: string) => string | undefined {
  const moved = new Map(Object.entries(redirects).map(([from, to]) => [page(from), to]))
  return (path) => moved.get(page(path))
}

/** One step is enough for every move: with more, browsers would go round in circles or give up. */
export function checkRedirects({ value, problem }: YamlFile<Redirects>): DefinitionProblem[] {
  const movedTo = redirectsOf(value)
  return Object.entries(value).flatMap(([from, to]) => {
    const next = movedTo(to)
    if (next === undefined) return []
    const remedy = page(next) === page(from) ? 'Take one of them out.' : `Let it lead to ${next} at once.`
    return [problem([from], `The redirect leads to ${to}, which has moved itself.`, remedy)]
  })
}
