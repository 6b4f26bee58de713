import type { Properties } from './cairn.ts'

/** What can be sent. In the types that are built these are the very events and traits of `content/events.yaml`. */
export interface TrackingPlan {
  events: Record<string, Properties>
  userTraits: Properties
  accountTraits: Properties
}
