import { hide, show, startWindow } from '../decide/rule.ts'
import type { Weigh } from '../decide/rule.ts'

/** When a survey is asked that waits for an event and nothing else, or was put off: then for nothing. */
export const weighSurveys: Weigh = ({ surveys }, { begun, tracked, now }) =>
  surveys.map(({ definition: { id, trigger }, eligible, reason, remind }) => {
    // Not a number where the event has not happened. Who put it off is reminded without one.
    const sent = trigger?.event ? tracked[trigger.event] : undefined
    const due = remind === 'now' ? now : (sent ?? NaN) + (trigger?.delaySeconds ?? 0) * 1000
    return {
      id,
      rules: [
        [begun === id, show('begun')],
        [!eligible, hide(reason)],
        [!due, hide('no event')],
        [now - due > startWindow, hide('too long ago')],
        [now < due, hide('waits', due)],
      ],
      otherwise: show('due'),
    }
  })
