import { hide, show } from '../decide/rule.ts'
import { startRules } from './start-rules.ts'
import type { WeighThere } from './start-rules.ts'

/** When a survey is asked, wherever that depends on the page. Whoever put it off is asked without another event. */
export const weighAsked: WeighThere = ({ surveys }, situation) =>
  surveys.map(({ definition: { id, trigger }, eligible, reason, remind }) => ({
    id,
    rules: [
      [situation.begun === id, show('begun')],
      [!eligible, hide(reason)],
      [!trigger, hide('waits to be opened')],
      ...startRules(trigger && remind === 'now' ? { ...trigger, event: null } : trigger, situation),
    ],
    otherwise: show('due'),
  }))
