import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { writeInSteps } from '../db/write-in-steps.ts'
import type { Services } from '../services.ts'

/** Facts of a stretch: one look goes through as many. */
const stretchSize = 5000

const nextOldStretch = `
  SELECT last_id, (SELECT max(last_id) FROM fact_stretches AS earlier WHERE earlier.last_id < stretch.last_id) AS after
  FROM fact_stretches AS stretch WHERE last_id > :after AND oldest < :oldest ORDER BY last_id LIMIT 1`

const lastStretch = 'SELECT coalesce(max(last_id), 0) AS last_id FROM fact_stretches'

const lookAt = `
  SELECT count(*) AS facts, max(id) AS last, sum(timestamp < :oldest) AS old,
    min(iif(timestamp >= :oldest, timestamp, NULL)) AS oldest
  FROM (SELECT id, timestamp FROM events WHERE id > :after AND id <= :upTo ORDER BY id LIMIT :limit)`

const removeFacts = `
  DELETE FROM events WHERE id IN (
    SELECT id FROM events WHERE id > :after AND id <= :last AND timestamp < :oldest LIMIT :limit)`

const keepStretch = `
  INSERT INTO fact_stretches (last_id, oldest) VALUES (:last, :oldest)
  ON CONFLICT (last_id) DO UPDATE SET oldest = excluded.oldest`

const forgetStretch = 'DELETE FROM fact_stretches WHERE last_id = :last'

/** What is done, and until when things are too old. */
interface Work {
  oldest: number
  signal: AbortSignal | undefined
}

/**
 * Takes what is too old out of the stretch behind `after`, and keeps how old the rest is.
 *
 * @param work.upTo - Where it ends; for one that is not known yet it is where it is full.
 * @returns how many facts went, and where the stretch ends; null where it is not full yet.
 */
async function expireStretch(
  { database }: Services,
  { after, upTo, oldest, signal }: Work & { after: number; upTo?: number },
): Promise<{ removed: number; last: number | null }> {
  signal?.throwIfAborted()
  const look = { after, upTo: upTo ?? Number.MAX_SAFE_INTEGER, oldest, limit: stretchSize }
  const [found] = await database.read([{ sql: lookAt, args: look }])
  const seen = found?.rows[0]
  const last = upTo ?? Number(seen?.['last'] ?? after)
  let removed = 0
  if (Number(seen?.['old'] ?? 0) > 0) {
    removed = await writeInSteps(database, { sql: removeFacts, args: { after, last, oldest }, signal })
  }
  if (upTo === undefined && Number(seen?.['facts']) < stretchSize) return { removed, last: null }
  await database.write([
    seen?.['oldest'] == null
      ? { sql: forgetStretch, args: { last } }
      : { sql: keepStretch, args: { last, oldest: Number(seen['oldest']) } },
  ])
  await yieldToEventLoop()
  return { removed, last }
}

/**
 * Removes facts that happened before a time. An index on the time would cost every fact that arrives, so the oldest time
 * is kept of each stretch of ids instead. Ids are given in the order of commits and none is used twice: nothing joins a
 * stretch behind which there are others, so the time that was seen holds, or is too early where facts went meanwhile.
 * What came late with an old time makes its own stretch an old one, and is found there when its day has come. So each
 * fact is looked at when its stretch is full, and again when something of that is too old; the last stretch every time.
 *
 * @returns how many went.
 */
export async function removeOldFacts(services: Services, work: Work): Promise<number> {
  const { database } = services
  let removed = 0
  for (let after = 0; ;) {
    const [found] = await database.read([{ sql: nextOldStretch, args: { after, oldest: work.oldest } }])
    const stretch = found?.rows[0]
    if (!stretch) break
    const upTo = Number(stretch['last_id'])
    removed += (await expireStretch(services, { ...work, after: Number(stretch['after'] ?? 0), upTo })).removed
    after = upTo
  }
  const [known] = await database.read([lastStretch])
  for (let after = Number(known?.rows[0]?.['last_id']); ;) {
    const ended = await expireStretch(services, { ...work, after })
    removed += ended.removed
    if (ended.last === null) return removed
    after = ended.last
  }
}
