import { hide, show } from '../decide/rule.ts'
import type { Weigh } from '../decide/rule.ts'

/** When a checklist is shown that is on every page. */
export const weighChecklists: Weigh = ({ programs }, { onShow }) =>
  programs.map(({ definition: { id }, enrolment: { status }, dismissed }) => ({
    id,
    rules: [
      [dismissed, hide('dismissed')],
      [status !== 'completed', show('steps left')],
      [onShow.includes(id), show('completed')],
    ],
    otherwise: hide('completed'),
  }))
