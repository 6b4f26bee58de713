import type { State } from '../../api/contract/state.ts'
import type { Kind } from '../kinds.ts'

/** What is looked at. */
export interface Look {
  kind: Kind
  id: string
  /** From which step or question on, from 0. */
  step: number
  locale: string
}

/** The steps or questions of something, by their words; none where it is all there at once. */
export const stepsOf = (state: State, { kind, id }: Pick<Look, 'kind' | 'id'>): string[] => {
  const { programs, surveys, tours } = state
  const isIt = (each: { definition: { id: string } }) => each.definition.id === id
  if (kind === 'survey') return surveys.find(isIt)?.definition.questions.map(({ text }) => text) ?? []
  const all = kind === 'tour' ? tours.find(isIt) : kind === 'checklist' ? programs.find(isIt) : undefined
  return all?.definition.steps.map(({ title }) => title) ?? []
}

/**
 * A state in which something is shown from a step on, whatever it is for and wherever it belongs, and what of it was
 * begun in the tab.
 */
export const staged = (state: State, { kind, id, step }: Look): { state: State; begun: object | null } => {
  const nobodys = {
    programs: [],
    surveys: [],
    tours: [],
    announcements: [],
    help: state.help,
    guided: null,
    name: null,
  }
  const isIt = (each: { definition: { id: string } }) => each.definition.id === id.split('/')[0]
  // It marks what was seen.
  if (kind === 'help') return { state: structuredClone(state), begun: null }
  if (kind === 'checklist' || kind === 'milestone') {
    const programs = state.programs.filter(isIt)
    const at = new Date(0).toISOString()
    const upTo = programs.map((program) => {
      const completedSteps = program.definition.steps.slice(0, step).map((done) => ({ id: done.id, at }))
      return { ...program, enrolment: { ...program.enrolment, completedSteps } }
    })
    return { state: { ...nobodys, programs: kind === 'checklist' && step ? upTo : programs }, begun: null }
  }
  if (kind === 'survey') {
    const surveys = state.surveys.filter(isIt)
    const path = surveys[0]?.definition.questions.slice(0, step).map((question) => question.id) ?? []
    // Which answers lead to a question is left out where it is gone to at once.
    const asked = surveys.map((survey) => ({
      ...survey,
      definition: {
        ...survey.definition,
        questions: survey.definition.questions.map((question) => ({ ...question, showIf: null })),
      },
    }))
    const begun = { id, submissionId: 'preview', answers: {}, path }
    return { state: { ...nobodys, surveys: step ? asked : surveys }, begun: step ? begun : null }
  }
  if (kind === 'tour' || kind === 'hotspot') {
    // On whatever page somebody is: a step whose element is elsewhere stands in the middle.
    const tours = state.tours.filter(isIt).map(({ definition, ...rest }) => {
      const steps = definition.steps.map((each) => ({
        ...{ ...each, url: null, waitSeconds: 0.5 },
        ifMissing: 'center' as const,
      }))
      return { ...rest, definition: { ...definition, steps } }
    })
    return { state: { ...nobodys, tours }, begun: { id, step: tours[0]?.definition.steps[step]?.id ?? '' } }
  }
  return { state: { ...nobodys, announcements: state.announcements.filter(isIt) }, begun: null }
}
