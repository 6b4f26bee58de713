import type { MeasureCatalogue, MeasureSource, TrackingPlan } from '../../content/schema.ts'
import { dayInMilliseconds as day, dayOf } from '../day.ts'
import type { MeasureFacts } from './measure-facts.ts'

/**
 * Derives every measure of the catalogue from an account's facts; null where nothing is known.
 *
 * "The last N days" are N days of the calendar (UTC) up to and including today. An account that sent facts is known to
 * have done a thing zero times where none of them says that it did.
 */
export function deriveMeasures(
  facts: MeasureFacts,
  { catalogue, trackingPlan, now }: { catalogue: MeasureCatalogue; trackingPlan: TrackingPlan; now: number },
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, { source }]) => [
      name,
      source ? derive(source, { facts, trackingPlan, now }) : (facts.traits[name] ?? null),
    ]),
  )
}

interface Known {
  facts: MeasureFacts
  trackingPlan: TrackingPlan
  now: number
}

function derive(source: MeasureSource, { facts, trackingPlan, now }: Known): unknown {
  const within = (days: number, endedDaysAgo = 0) => {
    const after = dayOf(now - (days + endedDaysAgo) * day)
    const until = dayOf(now - endedDaysAgo * day)
    return facts.days.filter((row) => row.day > after && row.day <= until)
  }
  const count = (event: string, days: number, endedDaysAgo = 0) =>
    within(days, endedDaysAgo).reduce((sum, row) => sum + (row.event === event ? row.count : 0), 0)

  if ('count' in source) return count(source.count, source.days)
  if ('distinctFeatures' in source) {
    const used = within(source.days).filter((row) => trackingPlan.events[row.event]?.feature)
    return new Set(used.map((row) => row.event)).size
  }
  if ('growthOf' in source) {
    const before = count(source.growthOf, source.days, source.days)
    // Growth from nothing is no number.
    return before === 0 ? null : count(source.growthOf, source.days) / before - 1
  }
  if ('tickets' in source) {
    const ever = (event: string) => facts.totals.get(event) ?? 0
    if (ever(source.tickets.opened) > ever(source.tickets.closed)) return 'pending'
    return count(source.tickets.closed, source.days) > 0 ? 'resolved' : 'none'
  }
  if ('answersTo' in source) {
    const answers = facts.answers
      .filter((response) => response.survey === source.answersTo && response.at > now - source.days * day)
      .map((response) => response.answers[source.question])
      .filter((answer) => typeof answer === 'number')
    return answers.length === 0 ? null : answers.reduce((sum, answer) => sum + answer, 0) / answers.length
  }
  const until = facts.traits[source.daysUntil]
  const time = typeof until === 'string' || typeof until === 'number' ? new Date(until).getTime() : NaN
  return Number.isNaN(time) ? null : Math.max(0, Math.floor((time - now) / day))
}
