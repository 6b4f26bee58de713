import type { InStatement } from '@libsql/client'
import type { z } from 'zod'
import type { Impression, ImpressionRequest } from '../contract/impressions.ts'
import type { Actor } from '../http/actor.ts'
import { readPerson } from '../identity.ts'
import type { Services } from '../services.ts'
import { budgetSince, countsAsInterruption } from './budget.ts'
import { capOf } from './cap.ts'

const insert = `
  INSERT INTO impressions (id, subject, kind, target, action, account_id, at)
  SELECT :id, :subject, :kind, :target, :action, :account, :now`

const theirs = 'subject IN (SELECT value FROM json_each(:knownAs))'

// When somebody put off what they were asked, once it is time to ask again. What came before no longer counts then.
const putOff = `
  coalesce((SELECT iif(max(at) <= :remindBefore, max(at), 0) FROM impressions
    WHERE ${theirs} AND kind = :kind AND target = :target AND action = 'postponed' AND at > :since), 0)`

// One statement, so of two tabs or devices that ask at once one inserts and the other finds it inserted.
const insertUnlessSince = `${insert}
  WHERE NOT EXISTS (
    SELECT 1 FROM impressions WHERE ${theirs} AND kind = :kind AND action IN ('shown', 'opened') AND at > max(:since, ${putOff})
      AND target IN (SELECT value FROM json_each(:targets)))
  AND NOT EXISTS (
    SELECT 1 FROM survey_responses WHERE :kind = 'survey' AND ${theirs} AND created_at > :since
      AND survey IN (SELECT value FROM json_each(:targets)))`

const insertWithinBudget = `${insertUnlessSince}
  AND (SELECT count(*) FROM impressions WHERE ${theirs} AND ${countsAsInterruption} AND at > :day) < :perDay
  AND (SELECT count(*) FROM impressions WHERE ${theirs} AND ${countsAsInterruption} AND at > :week) < :perWeek`

// Once until it may be repeated: a request that arrives twice must not look like a second time.
const insertOnce = `${insert}
  WHERE NOT EXISTS (SELECT 1 FROM impressions
    WHERE ${theirs} AND kind = :kind AND target = :target AND action = :action AND at > :since)`

/**
 * Records that something is shown, or what became of it. What may be shown only once, or once in a while, is granted to
 * the first who asks, as far as the person's budget of interruptions goes. What was asked for by a person (`forced`) is
 * always granted: it is stored as `opened`, which counts as shown but not as an interruption.
 */
export async function recordImpression(
  services: Services,
  { given, actor }: { given: z.output<typeof ImpressionRequest>; actor: Actor },
): Promise<Impression> {
  const { subject, knownAs } = readPerson(services, given, actor)
  const now = services.now()
  const isForced = given.action === 'shown' && given.forced
  const args = {
    id: services.newId(),
    subject,
    kind: given.kind,
    target: given.id,
    action: isForced ? 'opened' : given.action,
    account: given.accountId ?? null,
    now,
  }
  const isPutOff = given.action === 'postponed'
  const cap = isPutOff || (given.action === 'shown' && !given.forced) ? capOf(services, given, now) : null
  const capped = cap && {
    since: cap.since,
    remindBefore: cap.remindBefore,
    targets: JSON.stringify(cap.targets),
    knownAs: JSON.stringify(knownAs),
  }
  const statement: InStatement = !capped
    ? { sql: insert, args }
    : isPutOff
      ? { sql: insertOnce, args: { ...args, knownAs: capped.knownAs, since: capped.since } }
      : cap.drawsOnBudget
        ? {
            sql: insertWithinBudget,
            args: { ...args, ...capped, ...budgetSince(now), ...services.definitions.interruptions },
          }
        : { sql: insertUnlessSince, args: { ...args, ...capped } }
  const [inserted] = await services.database.write([statement])
  const who = given.userId ? 'this user' : 'this visitor'
  if (inserted && inserted.rowsAffected > 0) {
    return { granted: true, reason: cap ? `First to show it to ${who}.` : 'No cap applies.' }
  }
  if (isPutOff) return { granted: false, reason: `It was already put off by ${who}${cap?.period ?? ''}.` }
  const orSpent = cap?.drawsOnBudget ? ', or enough has come up for them' : ''
  return { granted: false, reason: `It was already shown to ${who}${cap?.period ?? ''}${orSpent}.` }
}
