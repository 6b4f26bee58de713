import type { ProgramView } from '../../../api/contract/definitions.ts'
import type { Enrolment } from '../../../api/contract/onboarding.ts'
import { formatDay } from '../format/calendar.ts'
import { humanize } from '../format/humanize.ts'

/** A step as the console shows it. */
export interface StepRow {
  id: string
  title: string
  required: boolean
  state: 'done' | 'next' | 'open'
  /** When it was done. */
  at: string | null
}

/** A milestone as the console shows it. */
export interface MilestoneRow {
  id: string
  title: string
  /** When it was reached. */
  at: string | null
  /** The day by which it should be, where the program says so. */
  due: string | null
}

/** The steps of a program with what became of them; without its definition those that were done, by their ids. */
export const stepsOf = (enrolment: Enrolment, program: ProgramView | undefined): StepRow[] => {
  const done = new Map(enrolment.completedSteps.map(({ id, at }) => [id, at]))
  const steps =
    program?.steps ?? enrolment.completedSteps.map(({ id }) => ({ id, title: humanize(id), required: true }))
  return steps.map(({ id, title, required }) => {
    const at = done.get(id) ?? null
    return { id, title, required, at, state: at !== null ? 'done' : id === enrolment.nextStep ? 'next' : 'open' }
  })
}

/** The milestones of a program and when they were reached. */
export const milestonesOf = (enrolment: Enrolment, program: ProgramView | undefined): MilestoneRow[] => {
  const reached = new Map(enrolment.milestones.map(({ id, at }) => [id, at]))
  const milestones =
    program?.milestones ?? enrolment.milestones.map(({ id }) => ({ id, title: humanize(id), targetDay: null }))
  return milestones.map(({ id, title, targetDay }) => ({
    id,
    title,
    at: reached.get(id) ?? null,
    due: targetDay === null ? null : dayAfter(enrolment.startedAt, targetDay),
  }))
}

const dayAfter = (start: string, days: number): string =>
  formatDay(new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10))
