import { isOwnEvent } from '../../content/own-events.ts'

/** The names of a tracking plan. */
export interface PlanNames {
  /** Properties by event. */
  events: Record<string, readonly string[]>
  userTraits: readonly string[]
  accountTraits: readonly string[]
}

/** Those of `content/events.yaml`; the build puts them here. */
declare const PLAN: PlanNames | undefined

/** The tracking plan with which the SDK was built. */
export const trackingPlan = (): PlanNames | undefined => (typeof PLAN === 'undefined' ? undefined : PLAN)

/** What a message says, as far as the plan has a say in it. */
interface Sent {
  type: 'track' | 'identify' | 'group' | 'page'
  event?: string | undefined
  properties?: object | undefined
  traits?: object | undefined
}

/** What of a message the tracking plan does not name, in a sentence; nothing where it names all. */
export const besidePlan = ({ type, event = '', properties, traits }: Sent, plan: PlanNames | undefined): string => {
  if (!plan || type === 'page' || isOwnEvent(event)) return ''
  if (type === 'track' && !plan.events[event]) return 'The tracking plan has no such event.'
  const named = type === 'track' ? plan.events[event] : type === 'identify' ? plan.userTraits : plan.accountTraits
  const given = Object.keys((type === 'track' ? properties : traits) ?? {})
  // Who names no traits does not want them checked.
  const others = type !== 'track' && !named?.length ? [] : given.filter((name) => !named?.includes(name))
  return others.length ? `Not in the tracking plan: ${others.join(', ')}.` : ''
}
