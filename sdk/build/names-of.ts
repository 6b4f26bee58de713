import type { TrackingPlan } from '../../content/schema.ts'
import type { PlanNames } from '../debug/beside-plan.ts'

/** The names of a tracking plan, as it is written in the file, without what they mean. */
export const namesOf = ({ events, userTraits = {}, accountTraits = {} }: Partial<TrackingPlan>): PlanNames => ({
  events: Object.fromEntries(
    Object.entries(events ?? {}).map(([event, { properties = {} }]: [string, { properties?: object }]) => [
      event,
      Object.keys(properties),
    ]),
  ),
  userTraits: Object.keys(userTraits),
  accountTraits: Object.keys(accountTraits),
})
