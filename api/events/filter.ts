import type { EventsFilter } from '../contract/events.ts'
import type { FactFilter } from './find-facts.ts'

const timeOf = (moment: string | undefined) => (moment === undefined ? undefined : Date.parse(moment))

/** A filter as it is asked for, in the terms of the database. What is empty counts as absent. */
export function toFilter(query: EventsFilter): FactFilter {
  return {
    messageId: query.messageId || undefined,
    user: query.user || undefined,
    account: query.account || undefined,
    anonymous: query.anonymous || undefined,
    event: query.event || undefined,
    type: query.type,
    since: timeOf(query.since),
    until: timeOf(query.until),
    from: timeOf(query.from),
    to: timeOf(query.to),
  }
}
