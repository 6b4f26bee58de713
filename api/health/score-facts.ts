import type { Scorecard } from '../../content/schema.ts'
import type { Definitions } from '../definitions/definitions.ts'
import { checkMeasures, scorableMeasures } from './check-measures.ts'
import { deriveMeasures } from './derive-measures.ts'
import type { MeasureFacts } from './measure-facts.ts'
import { scoreHealth, type HealthScore } from './score.ts'

/**
 * Scores an account from its facts. A stored value that cannot be scored, such as a trait with a misspelt level, is
 * missing, and its measure says what is wrong with it.
 */
export function scoreFacts(
  facts: MeasureFacts,
  { scorecard, definitions, now }: { scorecard: Scorecard; definitions: Definitions; now: number },
): HealthScore {
  const { measures: catalogue, trackingPlan } = definitions
  const input = { scorecard, catalogue, measures: deriveMeasures(facts, { catalogue, trackingPlan, now }) }
  const health = scoreHealth({ ...input, measures: scorableMeasures(input) })
  const problems = new Map(checkMeasures(input).map(({ path, detail }) => [path, detail]))
  if (problems.size === 0) return health
  return {
    ...health,
    components: health.components.map((component) => ({
      ...component,
      measures: component.measures.map((measure) => {
        const problem = problems.get(`measures.${measure.name}`)
        return problem === undefined ? measure : { ...measure, problem }
      }),
    })),
  }
}
