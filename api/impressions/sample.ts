import { createHash } from 'node:crypto'
import type { Survey } from '../../surveys/schema.ts'
import { dayInMilliseconds } from '../day.ts'
import { outsideAudience } from './audience.ts'

/** What of a person decides whether a survey is for them. */
interface Candidate {
  subject: string
  signedUpAt: number | null
  account: Readonly<Record<string, unknown>>
  user: Readonly<Record<string, unknown>>
  now: number
}

/** Why a survey does not come up by itself for a person, in a sentence; null where it may. */
export function outsideTrigger({ id, audience, trigger }: Survey, candidate: Candidate): string | null {
  const { daysAfterSignup, percentage = 100 } = trigger ?? {}
  const outside = outsideAudience(audience, candidate)
  if (outside !== null) return outside
  if (daysAfterSignup !== undefined) {
    if (candidate.signedUpAt === null) return 'Has not signed up.'
    const days = Math.floor((candidate.now - candidate.signedUpAt) / dayInMilliseconds)
    if (days < daysAfterSignup) return `Asked from day ${daysAfterSignup} after signing up; this is day ${days}.`
  }
  return isSampled(id, candidate.subject, percentage) ? null : `Not among the ${percentage} % who are asked.`
}

/**
 * Whether somebody is among the people who are asked: by a hash of the survey and the person, so that it is the same on
 * every device, and other people for every survey. Whoever is among 10 % is among 20 %.
 */
export function isSampled(survey: string, subject: string, percentage: number): boolean {
  const hash = createHash('sha256').update(`${survey} ${subject}`).digest().readUInt32BE()
  return (hash / 2 ** 32) * 100 < percentage
}

/**
 * When a user signed up: what their product says (`createdAt` is Segment's name for it, ISO 8601 or a Unix time), else when
 * they were first heard of.
 */
export function signedUpAt(traits: Readonly<Record<string, unknown>>, firstSeenAt: number): number {
  const said = traits['createdAt'] ?? traits['created_at']
  // Seconds until they would lie in the year 5138, which milliseconds have been beyond since 1973.
  const time = typeof said === 'number' ? said * (said < 1e11 ? 1000 : 1) : Date.parse(String(said))
  return Number.isNaN(time) ? firstSeenAt : time
}
