import type { State } from '../../api/contract/state.ts'
import type { Decision, Reason } from '../decide/decide.ts'
import { reasonsOf } from '../decide/reasons-of.ts'
import type { Entry } from './diary.ts'
import type { Kind } from '../kinds.ts'
import { findIn } from './find-in.ts'
import { sentenceOf } from './reason-words.ts'
import { openFor, programLines, tourLines } from './step-lines.ts'
import { endOf, missingIn } from './what-happened.ts'

/** One definition: whether it is shown, and why. */
export interface Row {
  kind: Kind
  id: string
  title: string
  isShown: boolean
  why: string
  /** The steps of a program with what completes them, or those of a tour with where they stand. */
  steps: readonly string[]
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
    const first = decision.shown.find((other) => other.place === reason.place)
    const { steps, missing } = stepsOf(state, reason, messages)
    const end = reason.because === 'over' && (endOf(reason, messages) ?? (missing.length > 0 && endedByItself))
    const why = end || sentenceOf(reason, { ...about, before: first && findIn(state, first).title })
    // What the server refuses is the reason already.
    const more = server.endsWith(why) ? '' : server
    return { kind, id, title, isShown: show, why, steps, missing, again, server: more, isKnown: true }
  })
  const toCome = state.programs.flatMap((program) =>
    program.definition.milestones.flatMap((milestone): Row[] => {
      const id = `${program.definition.id}/${milestone.id}`
      if (reasons.some((reason) => reason.id === id)) return []
      const open = openFor(program, milestone)
      const why = open.length > 0 ? `It is not reached yet. Open: ${open.join(', ')}.` : 'It is not reached yet.'
      return [{ kind: 'milestone', id, title: milestone.title, why, ...unshown, isKnown: true }]
    }),
  )
  const leftOut = (state.leftOut ?? []).map(({ kind, id, reason }): Row => {
    return { kind, id, title: id, why: reason, ...unshown, isKnown: false }
  })
  return [...decided, ...toCome, ...leftOut]
}

const stepsOf = ({ programs, tours }: State, { kind, id }: Reason, messages: readonly Entry[]) => {
  const isIt = ({ definition }: { definition: { id: string } }) => definition.id === id
  const program = kind === 'checklist' && programs.find(isIt)
  const tour = kind === 'tour' && tours.find(isIt)
  return {
    steps: program ? programLines(program) : tour ? tourLines(tour) : [],
    missing: tour ? missingIn(tour.definition, messages) : [],
  }
}

const endedByItself = 'It ended by itself on this page, for want of a target.'

const unshown = { isShown: false, steps: [], missing: [], again: undefined, server: '' }
