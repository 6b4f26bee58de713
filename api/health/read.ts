import type { Health } from '../contract/health.ts'
import { noSuchAccount } from '../accounts/get.ts'
import { dayOf } from '../day.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { findScorecard, scorecardFor } from './choose-scorecard.ts'
import { loadMeasureFacts } from './measure-facts.ts'
import { scoreFacts } from './score-facts.ts'
import { trendOf } from './trend.ts'

const previousScore = `
  SELECT score FROM health_history
  WHERE account_id = :account AND scorecard = :scorecard AND day < :today AND score IS NOT NULL
  ORDER BY day DESC LIMIT 1`

/** An account's score as its facts stand now, with everything it was made from. */
export async function readHealth(
  services: Services,
  { account: id, scorecard: asked }: { account: string; scorecard: string | undefined },
): Promise<Health> {
  const { database, definitions, now } = services
  const facts = (await loadMeasureFacts(services, [id], database.mayLag)).get(id)
  if (!facts) throw noSuchAccount(id)
  const scorecard = asked ? findScorecard(services, asked) : scorecardFor(definitions.scorecards, facts.segment)
  if (!scorecard) {
    throw new ApiError(
      'not_found',
      `No scorecard is for the segment "${facts.segment ?? ''}". Name one with ?scorecard=, or mark one as the default.`,
    )
  }
  const today = dayOf(now())
  const [history] = await database.mayLag.read([
    { sql: previousScore, args: { account: id, scorecard: scorecard.id, today } },
  ])
  const previous = history?.rows[0]?.['score']
  const health = scoreFacts(facts, { scorecard, definitions, now: now() })
  return {
    scorecard: scorecard.id,
    ...health,
    trend: trendOf(health.score, typeof previous === 'number' ? previous : null),
  }
}
