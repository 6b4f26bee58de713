import type { State } from '../../api/contract/state.ts'
import { waitsFor } from '../checklist/waits-for.ts'
import { wordsOfTarget } from './words-of-target.ts'

type Program = State['programs'][number]
type Step = Program['definition']['steps'][number]

/** The steps of a program: whether each is done, as far as the server knows, what completes it and what comes before it. */
export const programLines = (program: Program): string[] => {
  const done = program.enrolment.completedSteps.map(({ id }) => id)
  return program.definition.steps.map((step) => {
    const isDone = done.includes(step.id)
    const first = isDone ? undefined : waitsFor(program.definition, done, step.id)
    const rest = [!step.required && ', optional', first && `, after “${first.title}”`].filter(Boolean).join('')
    return `${isDone ? 'Done' : 'Open'}: ${step.title}, by ${completes(step)}${rest}`
  })
}

/** The steps of a tour: where each stands, and on which page. */
export const tourLines = ({ definition }: State['tours'][number]): string[] =>
  definition.steps.map(({ title, target, url }) =>
    [title, target ? `beside ${wordsOfTarget(target)}` : 'in the middle', ...(url ? [`on ${url}`] : [])].join(', '),
  )

/** The steps without which a milestone is not reached, by their titles. */
export const openFor = (
  { definition, enrolment }: Program,
  { criteria }: { criteria: readonly string[] },
): string[] => {
  const isNeeded = ({ required, completesOn }: Step) =>
    criteria.includes(completesOn.event) || (required && criteria.includes('all_required_steps_completed'))
  const isOpen = (step: Step) => !enrolment.completedSteps.some(({ id }) => id === step.id)
  return definition.steps.filter((step) => isNeeded(step) && isOpen(step)).map(({ title }) => `“${title}”`)
}

const completes = ({ completesOn: { on, event, url, target } }: Step) =>
  ({
    event: `the event ${event}`,
    hand: 'hand',
    url: `the page ${url ?? ''}`,
    element: `the element ${target ? wordsOfTarget(target) : ''}`,
  })[on]
