import { stepEvent } from '../../content/own-events.ts'
import type { Program, ProgramFile } from '../../content/program-schema.ts'

/** Gives every step and criterion its event, so that progress is derived from events and nothing else. */
export function nameEvents(program: ProgramFile): Program {
  const steps = program.steps.map((step) => {
    const { completesOn } = step
    return { ...step, completesOn: { event: stepEvent(program.id, step.id), ...completesOn } }
  })
  const eventOf = (id: string) => steps.find((step) => step.id === id)?.completesOn.event ?? stepEvent(program.id, id)
  return {
    ...program,
    steps,
    milestones: program.milestones.map((milestone) => ({
      ...milestone,
      criteria: milestone.criteria.map((criterion) =>
        typeof criterion === 'string' ? criterion : eventOf(criterion.step),
      ),
    })),
  }
}
