import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { fold } from '../accounts/fold.ts'
import { dayOf } from '../day.ts'
import type { Services } from '../services.ts'
import { scorecardFor } from './choose-scorecard.ts'
import { loadMeasureFacts, type MeasureFacts } from './measure-facts.ts'
import { scoreFacts } from './score-facts.ts'

/** Accounts that are loaded at once: enough to make a round trip worth it, few enough to keep no request waiting for long. */
const pageSize = 100

// A revision only grows, so a fact that arrived while the score was made leaves the account unscored.
const storeScores = `
  UPDATE accounts SET
    score = given.value ->> 'score',
    band = given.value ->> 'band',
    folded = given.value ->> 'folded',
    scored_revision = max(scored_revision, given.value ->> 'revision')
  FROM json_each(:rows) AS given WHERE accounts.id = given.value ->> 'account'`

const storeHistory = `
  INSERT INTO health_history (account_id, scorecard, day, score, band, coverage, scored_at)
  SELECT value ->> 'account', value ->> 'scorecard', :day, value ->> 'score', value ->> 'band', value ->> 'coverage', :now
  FROM json_each(:rows) WHERE value ->> 'scorecard' IS NOT NULL
  ON CONFLICT (account_id, scorecard, day) DO UPDATE SET
    score = excluded.score, band = excluded.band, coverage = excluded.coverage, scored_at = excluded.scored_at`

const unscored = `
  SELECT id FROM accounts WHERE revision > scored_revision AND id > :after ORDER BY id LIMIT :limit`

/** An SQL condition: whether something has happened to an account since it was scored. */
export const someUnscored = 'EXISTS (SELECT 1 FROM accounts WHERE revision > scored_revision)'

// Who was first seen later than now is not there yet: a past day can be scored by setting the clock back.
const everybody = `
  SELECT id FROM accounts WHERE first_seen_at <= :now AND id > :after ORDER BY id LIMIT :limit`

interface Scored {
  scorecard: string | null
  score: number | null
  band: string | null
  coverage: number
}

const withoutScore: Scored = { scorecard: null, score: null, band: null, coverage: 0 }

function score({ definitions, now, log }: Services, account: string, facts: MeasureFacts): Scored {
  const scorecard = scorecardFor(definitions.scorecards, facts.segment)
  if (!scorecard) return withoutScore
  try {
    return { scorecard: scorecard.id, ...scoreFacts(facts, { scorecard, definitions, now: now() }) }
  } catch (cause) {
    // One account that cannot be scored keeps nobody else from being scored.
    log.error('An account could not be scored.', { account, cause })
    return withoutScore
  }
}

async function recompute(services: Services, accountIds: string[]): Promise<void> {
  const now = services.now()
  const facts = await loadMeasureFacts(services, accountIds)
  const rows = [...facts].map(([account, own]) => {
    const { scorecard, score: points, band, coverage } = score(services, account, own)
    return { account, folded: fold(own.name), revision: own.revision, scorecard, score: points, band, coverage }
  })
  const args = { rows: JSON.stringify(rows) }
  await services.database.write([
    { sql: storeScores, args },
    { sql: storeHistory, args: { ...args, now, day: dayOf(now) } },
  ])
}

/** Accounts to score: those that a query finds, page by page, until the signal ends it. */
interface Pages {
  sql: string
  args?: Record<string, number>
  signal: AbortSignal | undefined
}

async function recomputePages(services: Services, { sql, args, signal }: Pages): Promise<number> {
  let scored = 0
  let after = ''
  for (;;) {
    signal?.throwIfAborted()
    const [found] = await services.database.read([{ sql, args: { ...args, after, limit: pageSize } }])
    const ids = (found?.rows ?? []).map((row) => String(row['id']))
    const last = ids.at(-1)
    if (last === undefined) return scored
    await recompute(services, ids)
    scored += ids.length
    after = last
    await yieldToEventLoop()
  }
}

/** Scores the accounts that something has happened to since they were scored. @returns how many there were. */
export const recomputeChanged = (services: Services, signal?: AbortSignal): Promise<number> =>
  recomputePages(services, { sql: unscored, signal })

/** Scores every account: what was lately done grows old without a new fact. @returns how many there are. */
export const recomputeAll = (services: Services, signal?: AbortSignal): Promise<number> =>
  recomputePages(services, { sql: everybody, args: { now: services.now() }, signal })
