import type { Target } from '../../content/guidance-schema.ts'
import type { DefinitionProblem, Path, YamlFile } from './read-yaml.ts'

/** Finds a target that names no element. */
export const emptyTarget = (file: YamlFile<unknown>, path: Path, target: Target): DefinitionProblem[] =>
  Object.keys(target).length > 0
    ? []
    : [file.problem(path, 'Nothing says which element it is.', 'Give "cairn", "css" or "text".')]
