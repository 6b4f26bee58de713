import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { Erasure } from '../contract/users.ts'
import { writeInSteps } from '../db/write-in-steps.ts'
import { hashSubject } from '../identity.ts'
import type { Services } from '../services.ts'
import { beginErasure, eraseBefore, eraseFacts } from './erasure-statements.ts'
import { settleFirsts } from './settle-firsts.ts'

/** Facts that one transaction takes away: few enough that ingest hardly waits for it. */
const pageSize = 500

/** Facts that a request takes away or looks at: more are left to a job, as no proxy waits for minutes. */
const factsPerRequest = 50_000

const visitorsOf = 'SELECT anonymous_id FROM visitors WHERE user_id = :user'

async function begin({ database, now }: Services, user: string): Promise<void> {
  // Somebody who waits to be known as this user has to be seen now: nobody looks again.
  await database.expectSettled()
  const gone = { surveyResponses: 0, impressions: 0, rejectedMessages: 0 }
  for (;;) {
    const [known] = await database.read([{ sql: visitorsOf, args: { user } }])
    const visitors = (known?.rows ?? []).map((row) => {
      const id = String(row['anonymous_id'])
      return { id, hash: hashSubject(`anonymous:${id}`) }
    })
    const args = { user, visitors: JSON.stringify(visitors) }
    for (const kind of Object.keys(gone) as (keyof typeof gone)[]) {
      gone[kind] += await writeInSteps(database, { ...eraseBefore[kind], args })
    }
    const hash = hashSubject(`user:${user}`)
    const [begun] = await database.write(beginErasure({ user, hash, visitors, now: now(), gone }))
    // Else another visitor turned out to be this user meanwhile.
    if (begun?.rowsAffected) return
  }
}

interface Progress {
  erasedAt: number
  removed: Erasure['removed']
  firsts: [account: string, event: string][]
}

async function readProgress({ database }: Services, user: string): Promise<Progress | null> {
  const [found] = await database.read([{ sql: 'SELECT * FROM erasures WHERE user_id = :user', args: { user } }])
  const row = found?.rows[0]
  if (!row) return null
  return {
    erasedAt: Number(row['erased_at']),
    removed: JSON.parse(String(row['removed'])) as Progress['removed'],
    firsts: Object.keys(JSON.parse(String(row['firsts'])) as object).map(
      (pair) => JSON.parse(pair) as [string, string],
    ),
  }
}

/** How far to go. */
interface Reach {
  facts: number
  signal?: AbortSignal | undefined
}

/** @returns how much of the reach is left when all facts of before are gone; null where they are not. */
async function erasePages({ database }: Services, user: string, { facts, signal }: Reach): Promise<number | null> {
  for (let left = facts; left > 0;) {
    signal?.throwIfAborted()
    const limit = Math.min(pageSize, left)
    const gone = (await database.write(eraseFacts(user, limit))).at(-1)?.rowsAffected ?? 0
    left -= gone
    if (gone < limit) return left
    await yieldToEventLoop()
  }
  return null
}

/** Goes on with an erasure. @returns how it stands; null where it had ended already. */
async function goOn(
  services: Services,
  user: string,
  { facts, signal }: Reach,
): Promise<(Progress & { completed: boolean }) | null> {
  const left = await erasePages(services, user, { facts, signal })
  const progress = await readProgress(services, user)
  if (!progress) return null
  const isSettled = left !== null && (await settleFirsts(services, { firsts: progress.firsts, facts: left, signal }))
  if (!isSettled) return { ...progress, completed: false }
  const [ended] = await services.database.write([
    {
      sql: 'DELETE FROM erasures WHERE user_id = :user AND erased_at = :erasedAt',
      args: { user, erasedAt: progress.erasedAt },
    },
  ])
  return { ...progress, completed: ended?.rowsAffected === 1 }
}

/**
 * Erases a user: everything that is known of them and of the visitors whom they turned out to be, until now. What
 * arrives late from before is refused for good; what they do from now on is a new beginning.
 *
 * Each step is a transaction of its own, so that ingest goes on. What is left of a long one, or of one that was cut
 * off, is done by `finishErasures`.
 *
 * @param options.facts - Facts to take away or look at before answering.
 */
export async function eraseUser(
  services: Services,
  user: string,
  { facts = factsPerRequest }: { facts?: number } = {},
): Promise<Erasure> {
  await begin(services, user)
  const begun = await readProgress(services, user)
  const now = (await goOn(services, user, { facts })) ?? (begun && { ...begun, completed: true })
  if (!now) throw new Error('An erasure ended before it was begun.')
  return {
    userId: user,
    completed: now.completed,
    erasedAt: new Date(now.erasedAt).toISOString(),
    removed: now.removed,
  }
}

/** An SQL condition: whether an erasure is under way. */
export const someErasures = 'EXISTS (SELECT 1 FROM erasures)'

/** Ends every erasure that was begun. @returns how many there were. */
export async function finishErasures(services: Services, signal?: AbortSignal): Promise<number> {
  const [begun] = await services.database.read(['SELECT user_id FROM erasures ORDER BY erased_at'])
  for (const row of begun?.rows ?? []) {
    await goOn(services, String(row['user_id']), { facts: Infinity, signal })
  }
  return begun?.rows.length ?? 0
}
