import { defaultLocale, localeTag } from '../../content/article-address.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'

/** A text with translations: an object whose every key is a language tag and every value a text. */
function isTranslated(value: object): value is Record<string, string> {
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([key, text]) => localeTag.test(key) && typeof text === 'string')
}

/** Names of the fields that hold texts for people. */
const textFields = new Set(['title', 'description', 'celebration', 'text', 'thanks', 'lowLabel', 'highLabel', 'alt'])

/** Finds texts that lack one of the languages which their definition promises in `locales`. */
export function missingTranslations(definition: YamlFile<{ locales: string[] }>): DefinitionProblem[] {
  const { locales } = definition.value
  const problems: DefinitionProblem[] = []

  const visit = (value: unknown, path: Path): void => {
    const isText = textFields.has(String(path.at(-1)))
    if (typeof value === 'string') {
      const others = locales.filter((locale) => locale !== defaultLocale)
      if (isText && others.length > 0) {
        problems.push(
          definition.problem(
            path,
            `This text is not translated to ${others.join(', ')}.`,
            `Give it in each language, such as { ${defaultLocale}: "…", ${others[0] ?? ''}: "…" }, or take the language out of "locales".`,
          ),
        )
      }
      return
    }
    if (typeof value !== 'object' || value === null) return
    // Other fields may have names that are language tags as well, such as "url".
    if (isText && isTranslated(value)) {
      for (const locale of locales.filter((needed) => !(needed in value))) {
        problems.push(
          definition.problem(
            path,
            `The translation "${locale}" is missing.`,
            `Add "${locale}:" here, or take "${locale}" out of "locales".`,
          ),
        )
      }
      return
    }
    for (const [key, child] of Object.entries(value)) {
      visit(child, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  visit(definition.value, [])
  return problems
}
