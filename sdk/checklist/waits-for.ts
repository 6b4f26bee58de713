import type { ProgramView } from '../../api/contract/definitions.ts'

type Step = ProgramView['steps'][number]

/** The step that has to come first, where the program has an order; of optional ones none has to, unless all are. */
export const waitsFor = (
  { order, steps }: Pick<ProgramView, 'order' | 'steps'>,
  done: readonly string[],
  id: string,
): Step | undefined => {
  const isCounted = (step: Step) => step.required || !steps.some(({ required }) => required)
  const first = steps.find((step) => step.id === id || (isCounted(step) && !done.includes(step.id)))
  return order === 'in-order' && first?.id !== id ? first : undefined
}
