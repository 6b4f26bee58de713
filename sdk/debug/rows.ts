import type { State } from '../../api/contract/state.ts'
import type { Decision } from '../decide/decide.ts'
import { reasonsOf } from '../decide/reasons-of.ts'
import type { Entry } from './diary.ts'
import type { Kind } from '../kinds.ts'
import { findIn } from './find-in.ts'
import { sentenceOf } from './reason-words.ts'
import { openFor, stepLines } from './steps-left.ts'
import { endOf, missingIn } from './what-happened.ts'

/** One definition: whether it is shown, and why. */
export interface Row {
  kind: Kind
  id: string
  title: string
  isShown: boolean
  why: string
  /** The steps of a program, and what completes them. */
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
    const before = first && findIn(state, first).title
    const tour = kind === 'tour' && state.tours.find(({ definition }) => definition.id === id)?.definition
    const missing = tour ? missingIn(tour, messages) : []
    const end = reason.because === 'over' && (endOf(reason, messages) ?? (missing.length > 0 && endedByItself))
    const why = end || sentenceOf(reason, { ...about, before })
    const program = kind === 'checklist' && state.programs.find(({ definition }) => definition.id === id)
    return {
      ...{ kind, id, title, isShown: show, why, missing, again, isKnown: true },
      steps: program ? stepLines(program) : [],
      // What the server refuses is the reason already.
      server: server.endsWith(why) ? '' : server,
    }
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

const endedByItself = 'It ended by itself on this page, for want of a target.'

const unshown = { isShown: false, steps: [], missing: [], again: undefined, server: '' }
