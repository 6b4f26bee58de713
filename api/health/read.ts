import type { Health } from '../contract/health.ts'
import { getAccount } from '../accounts/get.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { scorableMeasures } from './check-measures.ts'
import { findScorecard, scorecardFor } from './choose-scorecard.ts'
import { deriveMeasures } from './derive-measures.ts'
import { loadMeasureFacts } from './measure-facts.ts'
import { scoreHealth } from './score.ts'
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
  const account = await getAccount(services, id)
  const scorecard = asked ? findScorecard(services, asked) : scorecardFor(definitions.scorecards, account.segment)
  if (!scorecard) {
    throw new ApiError(
      'not_found',
      `No scorecard is for the segment "${account.segment ?? ''}". Name one with ?scorecard=, or mark one as the default.`,
    )
  }
  const [facts, history] = await Promise.all([
    loadMeasureFacts(services, [id]),
    database.read([
      {
        sql: previousScore,
        args: { account: id, scorecard: scorecard.id, today: new Date(now()).toISOString().slice(0, 10) },
      },
    ]),
  ])
  const own = facts.get(id)
  const catalogue = definitions.measures
  const derived = own ? deriveMeasures(own, { catalogue, trackingPlan: definitions.trackingPlan, now: now() }) : {}
  const measures = scorableMeasures({ scorecard, catalogue, measures: derived })
  const health = scoreHealth({ scorecard, catalogue, measures })
  const previous = history[0]?.rows[0]?.['score']
  return {
    scorecard: scorecard.id,
    ...health,
    trend: trendOf(health.score, typeof previous === 'number' ? previous : null),
  }
}
