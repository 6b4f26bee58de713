import { isSafeAddress, unsafeLinks } from '../../content/rich-text.ts'
import type { LocalizedText } from '../../content/schema.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'

/** Finds in a text the links that no page shows as links. */
export const linksIn = (file: YamlFile<unknown>, path: Path, text: LocalizedText | undefined): DefinitionProblem[] =>
  (typeof text === 'object' ? Object.entries(text) : [['', text ?? ''] as const]).flatMap(([locale, words]) =>
    unsafeLinks(words).map((href) => refuse(file, locale ? [...path, locale] : path, href)),
  )

/** Says whether an address is one that no link may have. */
export const addressAt = (file: YamlFile<unknown>, path: Path, address: string): DefinitionProblem[] =>
  isSafeAddress(address) ? [] : [refuse(file, path, address)]

const refuse = (file: YamlFile<unknown>, path: Path, href: string) =>
  file.problem(
    path,
    `A link cannot lead to "${href}".`,
    'Use an address with https://, http://, mailto: or tel:, or a path that begins with /.',
  )
