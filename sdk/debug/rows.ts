import type { State } from '../../api/contract/state.ts'
import type { Decision, Reason } from '../decide/decide.ts'
import { reasonsOf } from '../decide/reasons-of.ts'
import type { Entry } from './diary.ts'
import type { Kind } from '../kinds.ts'
import { sentenceOf } from './reason-words.ts'
import type { About } from './reason-words.ts'
import { endOf, missingIn } from './what-happened.ts'

/** One definition: whether it is shown, and why. */
export interface Row {
  kind: Kind
  id: string
  title: string
  isShown: boolean
  why: string
  /** What a tour has found missing on this page. */
  missing: readonly string[]
  /** When it will be otherwise by itself, in milliseconds. */
  again: number | undefined
  /** What the server says about this person and it. */
  server: string
  /** Whether the browser has all of it, so that it can be looked at. */
  isKnown: boolean
}

/** Everything there is, also what is not for this person. */
export const rowsOf = (state: State, decision: Decision, messages: readonly Entry[]): Row[] => {
  const reasons = reasonsOf(decision)
  const decided = reasons.map((reason): Row => {
    const { kind, id, show, again } = reason
    const { title, server, ...about } = findIn(state, reason)
    const tour = kind === 'tour' && state.tours.find(({ definition }) => definition.id === id)?.definition
    const missing = tour ? missingIn(tour, messages) : []
    const end = reason.because === 'over' && (endOf(reason, messages) ?? (missing.length > 0 && endedByItself))
    const why = end || sentenceOf(reason, about)
    return { kind, id, title, isShown: show, why, missing, again, server, isKnown: true }
  })
  const toCome = state.programs.flatMap(({ definition }) =>
    definition.milestones
      .map(({ id, title }) => ({ id: `${definition.id}/${id}`, title }))
      .filter(({ id }) => !reasons.some((reason) => reason.id === id))
      .map((milestone): Row => ({
        ...milestone,
        kind: 'milestone',
        why: 'It is not reached yet.',
        ...unshown,
        isKnown: true,
      })),
  )
  const leftOut = (state.leftOut ?? []).map(({ kind, id, reason }): Row => {
    return { kind, id, title: id, why: reason, ...unshown, isKnown: false }
  })
  return [...decided, ...toCome, ...leftOut]
}

const endedByItself = 'It ended by itself on this page, for want of a target.'

const unshown = { isShown: false, missing: [], again: undefined, server: '' }

/** What the state has about something. */
const findIn = (state: State, { kind, id }: Reason): About & { title: string; server: string } => {
  const [first = '', second] = id.split('/')
  const { programs, surveys, tours, announcements, help } = state
  const said = ({ eligible, reason }: { eligible: boolean; reason: string }) =>
    `${eligible ? 'May' : 'May not'} come up by itself. ${reason}`
  const program = programs.find(({ definition }) => definition.id === first)
  if (kind === 'checklist' && program) {
    const { status, progress } = program.enrolment
    return { title: program.definition.title, server: `${status.replace('_', ' ')}, ${progress} % done.` }
  }
  if (kind === 'milestone' && program) {
    return { title: program.definition.milestones.find((each) => each.id === second)?.title ?? id, server: '' }
  }
  const survey = kind === 'survey' && surveys.find(({ definition }) => definition.id === id)
  if (survey) {
    const { questions, trigger } = survey.definition
    return { title: questions[0]?.text ?? id, server: said(survey), ...trigger }
  }
  const tour = tours.find(({ definition }) => definition.id === first)
  if (tour && kind === 'tour') return { title: tour.definition.title, server: said(tour), ...tour.definition.start }
  if (tour && kind === 'hotspot') {
    return { title: `Beacon of “${tour.definition.title}”`, server: '', url: tour.definition.launcher?.url }
  }
  if (kind === 'help') {
    const url = help.launcher?.pages.join(', ') ?? 'content/help-panel.yaml has none for this person'
    return { title: second ? 'Button of the help panel' : 'Help panel', server: '', url }
  }
  const announcement = announcements.find(({ definition }) => definition.id === id)
  return {
    title: announcement?.definition.title ?? id,
    server: announcement ? said(announcement) : '',
    ...announcement?.definition.start,
  }
}
