import type { DefinitionFiles } from './load.ts'
import type { DefinitionProblem } from './read-yaml.ts'

/** Finds measures that the catalogue lacks, bands that leave a score without a name, and accounts without a card. */
export function checkScorecards(files: DefinitionFiles): DefinitionProblem[] {
  const catalogue = files.measures.value
  const problems = files.scorecards.flatMap((file) => {
    const { components, bands } = file.value
    const unknown = Object.entries(components).flatMap(([component, { measures }]) =>
      Object.keys(measures)
        .filter((measure) => !Object.hasOwn(catalogue, measure))
        .map((measure) =>
          file.problem(
            ['components', component, 'measures', measure],
            `No measure "${measure}" is in the catalogue.`,
            'Correct the name, or describe the measure in content/measures.yaml.',
          ),
        ),
    )
    const falls = bands.every((band, index) => index === 0 || band.from < (bands[index - 1]?.from ?? 0))
    const order = falls && bands.at(-1)?.from === 0
    return order
      ? unknown
      : [
          ...unknown,
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
