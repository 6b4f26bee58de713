import type { DefinitionProblem, YamlFile } from './read-yaml.ts'

/** Finds ids that stand twice in a list of a file. */
export function repeated(file: YamlFile<unknown>, list: { id: string }[], key: string): DefinitionProblem[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) === index
      ? []
      : [file.problem([key, index, 'id'], `The id "${id}" is used twice.`, 'Give each one an id of its own.')],
  )
}
