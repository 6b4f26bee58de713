import type { Decision, Reason } from './decide.ts'
import { hide } from './rule.ts'

/**
 * Why each thing is shown, or is not; `show` is true for what is shown and nothing else. For those who ask: the browser
 * shows what was decided without it.
 */
export const reasonsOf = ({ weighed, shown }: Decision): Reason[] =>
  weighed.map((reason) => (!reason.show || shown.includes(reason) ? reason : { ...reason, ...hide('not first') }))
