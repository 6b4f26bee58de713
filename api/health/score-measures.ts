import type { z } from 'zod'
import type { Health, ScoreRequest } from '../contract/health.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { checkMeasures, scorableMeasures } from './check-measures.ts'
import { findScorecard } from './choose-scorecard.ts'
import { scoreHealth } from './score.ts'

/**
 * Scores given measures, to try a card or to check a figure. Stores nothing.
 *
 * @throws ApiError `invalid` that names each measure which is wrong.
 */
export function scoreMeasures(services: Services, given: z.output<typeof ScoreRequest>): Health {
  const scorecard = findScorecard(services, given.scorecard)
  const input = { scorecard, catalogue: services.definitions.measures, measures: given.measures }
  const errors = checkMeasures(input)
  if (errors.length > 0) throw new ApiError('invalid', 'Some measures cannot be scored.', { errors })
  return { scorecard: scorecard.id, ...scoreHealth({ ...input, measures: scorableMeasures(input) }), trend: null }
}
