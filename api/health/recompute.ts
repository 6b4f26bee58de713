import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { Services } from '../services.ts'
import { scorableMeasures } from './check-measures.ts'
import { scorecardFor } from './choose-scorecard.ts'
import { deriveMeasures } from './derive-measures.ts'
import { loadMeasureFacts } from './measure-facts.ts'
import { scoreHealth } from './score.ts'

/** Accounts that one pass loads at once: enough to make a round trip worth it, few enough to keep requests quick. */
const pageSize = 500

// A fact that arrived while the score was made leaves its mark: the account is scored again.
const storeScores = `
  UPDATE accounts SET
    score = given.value ->> 'score',
    band = given.value ->> 'band',
    dirty_since = iif(dirty_since < :readAt, NULL, dirty_since)
  FROM json_each(:rows) AS given WHERE accounts.id = given.value ->> 'account'`

const storeHistory = `
  INSERT INTO health_history (account_id, scorecard, day, score, band, coverage, scored_at)
  SELECT value ->> 'account', value ->> 'scorecard', :day, value ->> 'score', value ->> 'band', value ->> 'coverage', :now
  FROM json_each(:rows) WHERE value ->> 'scorecard' IS NOT NULL
  ON CONFLICT (account_id, scorecard, day) DO UPDATE SET
    score = excluded.score, band = excluded.band, coverage = excluded.coverage, scored_at = excluded.scored_at`

async function recompute(services: Services, accountIds: string[]): Promise<void> {
  const { database, definitions, now } = services
  const readAt = now()
  const facts = await loadMeasureFacts(services, accountIds)
  const catalogue = definitions.measures
  const rows = [...facts].map(([account, own]) => {
    const scorecard = scorecardFor(definitions.scorecards, own.segment)
    if (!scorecard) return { account, scorecard: null, score: null, band: null, coverage: 0 }
    const derived = deriveMeasures(own, { catalogue, trackingPlan: definitions.trackingPlan, now: readAt })
    const measures = scorableMeasures({ scorecard, catalogue, measures: derived })
    const { score, band, coverage } = scoreHealth({ scorecard, catalogue, measures })
    return { account, scorecard: scorecard.id, score, band, coverage }
  })
  const args = { rows: JSON.stringify(rows) }
  await database.client.batch(
    [
      { sql: storeScores, args: { ...args, readAt } },
      { sql: storeHistory, args: { ...args, now: readAt, day: new Date(readAt).toISOString().slice(0, 10) } },
    ],
    'write',
  )
}

/** Scores the accounts that facts have arrived for. @returns how many there were. */
export async function recomputeDirty(services: Services): Promise<number> {
  let scored = 0
  for (;;) {
    // An account that is marked again meanwhile waits for the next pass, so that a pass ends.
    const { rows } = await services.database.client.execute({
      sql: 'SELECT id FROM accounts WHERE dirty_since < :now ORDER BY dirty_since LIMIT :limit',
      args: { now: services.now(), limit: pageSize },
    })
    if (rows.length === 0) return scored
    await recompute(
      services,
      rows.map((row) => String(row['id'])),
    )
    scored += rows.length
    await yieldToEventLoop()
  }
}

/** Scores every account: what was lately done grows old without a new fact. @returns how many there are. */
export async function recomputeAll(services: Services): Promise<number> {
  let scored = 0
  let after = ''
  for (;;) {
    const { rows } = await services.database.client.execute({
      sql: 'SELECT id FROM accounts WHERE id > :after AND first_seen_at <= :now ORDER BY id LIMIT :limit',
      args: { after, now: services.now(), limit: pageSize },
    })
    const ids = rows.map((row) => String(row['id']))
    const last = ids.at(-1)
    if (last === undefined) return scored
    await recompute(services, ids)
    scored += ids.length
    after = last
    await yieldToEventLoop()
  }
}
