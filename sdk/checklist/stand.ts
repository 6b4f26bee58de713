import { stepsDone } from '../../content/progress.ts'
import type { ChecklistProps } from './checklist-props.ts'

/**
 * How far the program is: what the server knows, and what was sent from here and is still on its way, put through the
 * rule that the server itself uses.
 */
export const standOf = ({
  definition,
  enrolment,
  unconfirmed,
}: Pick<ChecklistProps, 'definition' | 'enrolment' | 'unconfirmed'>): ReturnType<typeof stepsDone> => {
  const completed = new Map(unconfirmed)
  for (const { id, at } of enrolment.completedSteps) {
    const step = definition.steps.find((candidate) => candidate.id === id)
    if (step) completed.set(step.completesOn.event, at)
  }
  return stepsDone(definition, completed)
}
