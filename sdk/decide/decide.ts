import type { State } from '../../api/contract/state.ts'
import type { Behaviour, Kind, Kinds } from '../kinds.ts'
import { hide, show } from './rule.ts'
import type { Rule, Situation, Verdict } from './rule.ts'

/** Why something is shown, or is not. */
export interface Reason extends Verdict {
  kind: Kind
  /** The program, `program/milestone`, the survey, tour or announcement, or `tour/launcher`. */
  id: string
  /** Where it is put, one thing at a time: the `front`, where things come up, or where its kind or it alone stands. */
  place: string
}

/** Something that comes up by itself, one at a time. */
export interface Interruption extends Reason {
  /** Claimed without regard to caps, because the page asked for it. */
  forced: boolean
  /** Claimed before, so not to be claimed again. */
  begun: boolean
}

/** What to show now. */
export interface Decision {
  /** What comes first at each place, the front included. */
  shown: Reason[]
  interruption: Interruption | null
  /** When to decide again though nothing else happens; null when waiting changes nothing. */
  againAt: number | null
  /** One for everything there is; `reasonsOf` says which of them came first. */
  weighed: Reason[]
}

/**
 * What to show to this person now, and why: at each place one thing. What the page asked for last comes first, then what
 * was begun, then the kinds in their order. Pure: the same state and situation have the same decision.
 */
export const decide = (state: State, situation: Situation, kinds: Kinds): Decision => {
  const { visible, wanted, over, begun } = situation
  const known = Object.entries(kinds) as [Kind, Behaviour][]
  const weighed = known.flatMap(([kind, { weigh, interrupts, many }]) =>
    weigh(state, situation).map(({ id, rules, otherwise }): Reason => {
      const all: Rule[] = [
        [!visible && !!interrupts, hide('unseen')],
        [wanted.includes(id), show('opened')],
        [over.includes(id), hide('over')],
        ...rules,
      ]
      const place = interrupts ? 'front' : many ? id : kind
      return { kind, id, place, ...(all.find(([applies]) => applies)?.[1] ?? otherwise) }
    }),
  )
  /** What was begun goes on before anything else begins, unless the page asks for that. */
  const rank = ({ id }: Reason) => wanted.indexOf(id) + (id === begun ? 0.5 : 0)
  const due = weighed.filter(({ show }) => show).sort((one, other) => rank(other) - rank(one))
  const shown = due.filter((reason) => reason === due.find(({ place }) => place === reason.place))
  const first = shown.find(({ place }) => place === 'front')
  const times = weighed.flatMap(({ again }) => again ?? [])
  return {
    shown,
    interruption: first ? { ...first, forced: wanted.includes(first.id), begun: begun === first.id } : null,
    againAt: times.length ? Math.min(...times) : null,
    weighed,
  }
}
