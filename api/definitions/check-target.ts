import { parse } from 'css-what'
import type { Target } from '../../content/guidance-schema.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'

/** Finds a target that names no element, or that no browser can look for. */
export function checkTarget(file: YamlFile<unknown>, path: Path, target: Target): DefinitionProblem[] {
  if (Object.keys(target).length === 0) {
    return [file.problem(path, 'Nothing says which element it is.', 'Give "cairn", "css" or "text".')]
  }
  const [selector, at] = typeof target === 'string' ? [target, path] : [target.css, [...path, 'css']]
  try {
    if (selector !== undefined) parse(selector)
    return []
  } catch {
    const remedy = 'Try it in the console of a browser: document.querySelector(…).'
    return [file.problem(at, `“${selector}” is no CSS selector.`, remedy)]
  }
}
