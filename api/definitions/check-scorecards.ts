import { checkTable } from '../health/check-table.ts'
import type { DefinitionFiles } from './definitions.ts'
import type { DefinitionProblem } from './read-yaml.ts'
import { hintAt } from './nearest.ts'

/** Finds measures that the catalogue lacks, tables that leave a value without points, bands that leave a score without a name, and accounts without a card. */
export function checkScorecards(files: DefinitionFiles): DefinitionProblem[] {
  const catalogue = files.measures.value
  const problems = files.scorecards.flatMap((file) => {
    const { components, bands } = file.value
    const tables = Object.entries(components).flatMap(([component, { measures }]) =>
      Object.entries(measures).flatMap(([name, table]) => {
        const path = ['components', component, 'measures', name]
        const measure = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined
        if (!measure) {
          const detail = `No measure "${name}" is in the catalogue.${hintAt(name, Object.keys(catalogue))}`
          return [file.problem(path, detail, 'Correct the name, or describe the measure in content/measures.yaml.')]
        }
        return checkTable(table, measure).map(({ row, detail, remedy }) =>
          file.problem(row === null ? path : [...path, row], detail, remedy),
        )
      }),
    )
    const falls = bands.every((band, index) => index === 0 || band.from < (bands[index - 1]?.from ?? 0))
    const order = falls && bands.at(-1)?.from === 0
    return order
      ? tables
      : [
          ...tables,
          file.problem(
            ['bands'],
            'The bands leave some scores without a name.',
            'List them best first, each from a lower score, the last from 0.',
          ),
        ]
  })

  const [, second] = files.scorecards.filter((file) => file.value.default)
  if (second) {
    problems.push(
      second.problem(['default'], 'Two scorecards are the default.', 'Leave "default: true" on one of them.'),
    )
  }
  return problems
}
