import { limits } from '../../api/contract/limits.ts'
import { giveFeedback } from '../../api/articles/give-feedback.ts'
import { recomputeAll } from '../../api/health/recompute.ts'
import type { Actor } from '../../api/http/actor.ts'
import { recordImpression } from '../../api/impressions/record.ts'
import { ingest } from '../../api/ingest/ingest.ts'
import type { Services } from '../../api/services.ts'
import { respond } from '../../api/surveys/respond.ts'
import type { SampleViews } from './article-readers.ts'
import { dayName } from './moments.ts'
import type { SampleCustomers } from './sample-customers.ts'
import type { SampleAnswer } from './survey-answers.ts'

const actor: Actor = { kind: 'secret', keyId: 'sample' }

/** A stretch of time: from its beginning, up to but without its end. */
export interface Stretch {
  from: number
  to: number
}

/**
 * Puts in what happened in a stretch of time, then scores every account as of its last moment.
 *
 * In the order of time: what an account is known to be has no date of its own, so a score of the
 * past is right only while nothing later is in. The same stretch again adds nothing.
 *
 * @returns how many messages were new.
 */
export async function importSample(services: Services, sample: SampleCustomers, stretch: Stretch): Promise<number> {
  const within = (at: number): boolean => at >= stretch.from && at < stretch.to
  const at = (time: number): Services => ({ ...services, now: () => time })

  const [from = '', to = ''] = [stretch.from, stretch.to].map((time) => new Date(time).toISOString())
  const messages = sample.messages.filter(({ timestamp }) => timestamp >= from && timestamp < to)
  let accepted = 0
  for (let start = 0; start < messages.length; start += limits.batchMessages) {
    const batch = messages.slice(start, start + limits.batchMessages)
    const result = await ingest(services, { messages: batch, sentAt: undefined, actor })
    const [rejected] = result.rejected
    if (rejected) throw new Error(`A message of the sample was refused: ${rejected.detail}`)
    accepted += result.accepted
  }
  for (const answer of sample.answers) if (within(answer.at)) await importAnswer(at(answer.at), answer)
  for (const { at: time, ...vote } of sample.votes) {
    if (within(time)) await giveFeedback(at(time), { ...vote, locale: 'en' })
  }
  await importViews(
    services,
    sample.views.filter(({ day }) => day >= dayName(stretch.from) && day < dayName(stretch.to)),
  )
  await recomputeAll(at(stretch.to - 1))
  return accepted
}

async function importAnswer(services: Services, asked: SampleAnswer): Promise<void> {
  const { survey, submissionId, userId, accountId, locale, answers } = asked
  const { surveys } = services.definitions
  // The product itself opens what nothing triggers, whoever was asked what of late.
  const forced = !surveys.find(({ id }) => id === survey)?.trigger
  const impression = { kind: 'survey', id: survey, action: 'shown', forced, userId, accountId } as const
  await recordImpression(services, { given: impression, actor })
  if (answers === null) return
  const given = { submissionId, userId, accountId, locale, answers, completed: true }
  await respond(services, { survey, given, actor })
}

// Views are counted and have no ids: a day that has a count already is not counted again.
const insertViews = `
  INSERT INTO article_views (article, locale, day, count)
  SELECT value ->> 'article', 'en', value ->> 'day', value ->> 'count' FROM json_each(:views) WHERE true
  ON CONFLICT (article, locale, day) DO NOTHING`

async function importViews({ database }: Services, views: SampleViews[]): Promise<void> {
  await database.write([{ sql: insertViews, args: { views: JSON.stringify(views) } }])
}
