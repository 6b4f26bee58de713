import type { Scorecard } from '../../content/schema.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'

/** The card that scores accounts of a segment; undefined where none names it and none is the default. */
export function scorecardFor(scorecards: readonly Scorecard[], segment: string | null): Scorecard | undefined {
  const named = segment === null ? undefined : scorecards.find((card) => card.segments.includes(segment))
  return named ?? scorecards.find((card) => card.default)
}

/** @throws ApiError `not_found` where no file defines the scorecard. */
export function findScorecard({ definitions }: Services, id: string): Scorecard {
  const scorecard = definitions.scorecards.find((candidate) => candidate.id === id)
  if (!scorecard) {
    const known = definitions.scorecards.map((candidate) => candidate.id).join(', ')
    throw new ApiError('not_found', `There is no scorecard "${id}". There are: ${known}.`)
  }
  return scorecard
}
