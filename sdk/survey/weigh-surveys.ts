import { hide, show, startWindow } from '../decide/rule.ts'
import type { Weigh } from '../decide/rule.ts'

/** When a survey is asked. Whoever put it off is reminded without another event, and where it waits to be opened too. */
export const weighSurveys: Weigh = ({ surveys }, { begun, tracked, now, since }) =>
  surveys.map(({ definition: { id, trigger }, eligible, reason, remind }) => {
    // Not a number where nothing has begun.
    const at = trigger?.event ? tracked[trigger.event] : trigger && since
    const due = remind === 'now' ? now : (at ?? NaN) + (trigger?.delaySeconds ?? 0) * 1000
    return {
      id,
      rules: [
        [begun === id, show('begun')],
        [!eligible, hide(reason)],
        [!due, hide('no event')],
        [!!trigger?.event && now - due > startWindow, hide('too long ago')],
        [now < due, hide('waits', due)],
      ],
      otherwise: show('due'),
    }
  })
