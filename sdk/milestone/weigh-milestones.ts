import { hide, show } from '../decide/rule.ts'
import type { Weigh } from '../decide/rule.ts'

/** A celebration of what was reached longer ago than this would be a riddle to whoever sees it. */
const celebrationWindow = 7 * 86_400_000

/** When a milestone is celebrated. */
export const weighMilestones: Weigh = ({ programs }, { now }) =>
  programs.flatMap(({ definition, enrolment, celebrated }) =>
    enrolment.milestones.map(({ id, at }) => ({
      id: `${definition.id}/${id}`,
      rules: [
        [celebrated.includes(id), hide('celebrated')],
        [now - Date.parse(at) > celebrationWindow, hide('too long ago')],
      ],
      otherwise: show('reached'),
    })),
  )
