import type { StartView } from '../../api/contract/guidance.ts'
import type { State } from '../../api/contract/state.ts'
import { hide, startWindow } from '../decide/rule.ts'
import type { Rule, Situation, Weigh } from '../decide/rule.ts'
import { matchesUrl } from './matches-url.ts'

/** Where somebody is. */
export interface Whereabouts {
  /** The address of the page. */
  url: string
  /** Since when, in milliseconds. */
  since: number
}

/** The same as `Weigh`, for what depends on where somebody is. */
export type WeighThere = (state: State, situation: Situation & Whereabouts) => ReturnType<Weigh>

/** What keeps something from coming up by itself, by the page, the event and the delay of its definition. */
export const startRules = (start: StartView | null, { now, since, tracked, url }: Situation & Whereabouts): Rule[] => {
  if (!start) return []
  const at = start.event ? tracked[start.event] : since
  // Not a number where the event has not happened.
  const due = (at ?? NaN) + start.delaySeconds * 1000
  return [
    [!!start.url && !matchesUrl(start.url, url), hide('other page')],
    [!due, hide('no event')],
    [!!start.event && now - due > startWindow, hide('too long ago')],
    [now < due, hide('waits', due)],
  ]
}
