import { unsafeLinks } from '../../content/rich-text.ts'
import type { LocalizedText } from '../../content/schema.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'

/** Finds in a text the links that no page shows as links. */
export const linksIn = (file: YamlFile<unknown>, path: Path, text: LocalizedText | undefined): DefinitionProblem[] =>
  (typeof text === 'object' ? Object.entries(text) : [['', text ?? ''] as const]).flatMap(([locale, words]) =>
    unsafeLinks(words).map((href) =>
      file.problem(
        locale ? [...path, locale] : path,
        `A link cannot lead to "${href}".`,
        'Use an address with https://, http://, mailto: or tel:, or a path that begins with /.',
      ),
    ),
  )

/** Says whether an address is one that no page shows as a link. */
export const addressAt = (file: YamlFile<unknown>, path: Path, address: string): DefinitionProblem[] =>
  linksIn(file, path, `[.](${address})`)
