import type { InStatement } from '@libsql/client'
import type { z } from 'zod'
import type { Impression, ImpressionRequest } from '../contract/impressions.ts'
import type { Actor } from '../http/actor.ts'
import { readPerson } from '../identity.ts'
import type { Services } from '../services.ts'
import { findSurvey } from '../surveys/find.ts'
import { capSince, sameQuestion } from './eligibility.ts'

const insert = `
  INSERT INTO impressions (id, subject, kind, target, action, account_id, at)
  SELECT :id, :subject, :kind, :target, :action, :account, :now`

// One statement, so of two tabs or devices that ask at once one inserts and the other finds it inserted.
const insertUnlessSince = `${insert}
  WHERE NOT EXISTS (
    SELECT 1 FROM impressions WHERE subject IN (SELECT value FROM json_each(:knownAs)) AND kind = :kind AND action = 'shown' AND at > :since
      AND target IN (SELECT value FROM json_each(:targets)))
  AND NOT EXISTS (
    SELECT 1 FROM survey_responses WHERE :kind = 'survey' AND subject IN (SELECT value FROM json_each(:knownAs)) AND created_at > :since
      AND survey IN (SELECT value FROM json_each(:targets)))`

/**
 * Records that something is shown or was dismissed. What may be shown only once, or once in a while, is granted to
 * the first who asks; what was asked for by a person (`forced`) is always granted, and counts.
 */
export async function recordImpression(
  services: Services,
  { given, actor }: { given: z.output<typeof ImpressionRequest>; actor: Actor },
): Promise<Impression> {
  const { subject, knownAs } = readPerson(services, given, actor)
  const now = services.now()
  const args = {
    id: services.newId(),
    subject,
    kind: given.kind,
    target: given.id,
    action: given.action,
    account: given.accountId ?? null,
    now,
  }
  const cap = given.action === 'shown' && !given.forced ? capOf(services, given, now) : null
  const statement: InStatement = cap
    ? {
        sql: insertUnlessSince,
        args: { ...args, since: cap.since, targets: JSON.stringify(cap.targets), knownAs: JSON.stringify(knownAs) },
      }
    : { sql: insert, args }
  const [inserted] = await services.database.write([statement])
  const who = given.userId ? 'this user' : 'this visitor'
  return inserted && inserted.rowsAffected > 0
    ? { granted: true, reason: cap ? `First to show it to ${who}.` : 'No cap applies.' }
    : { granted: false, reason: `It was already shown to ${who}${cap?.period ?? ''}.` }
}

function capOf(
  services: Services,
  { kind, id }: { kind: string; id: string },
  now: number,
): { since: number; targets: string[]; period: string } | null {
  if (kind === 'milestone') return { since: -1, targets: [id], period: '' }
  if (kind !== 'survey') return null
  const survey = findSurvey(services, id)
  return {
    since: capSince(survey, now),
    targets: sameQuestion(survey, services.definitions.surveys).map((same) => same.id),
    period: ` within ${survey.repeatAfterDays} days`,
  }
}
