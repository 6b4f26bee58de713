import type { State } from '../../api/contract/state.ts'
import { kinds } from '../kinds.ts'
import type { Kind } from '../kinds.ts'
import { hide, show } from './rule.ts'
import type { Rule, Situation, Verdict } from './rule.ts'

/** Why something is shown, or is not. */
export interface Reason extends Verdict {
  kind: Kind
  /** The program, `program/milestone`, or the survey. */
  id: string
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
  checklist: string | null
  interruption: Interruption | null
  /** When to decide again though nothing else happens; null when waiting changes nothing. */
  againAt: number | null
  /** One for everything there is; `reasonsOf` says which of them came first. */
  weighed: Reason[]
}

/**
 * What to show to this person now, and why: of the checklists one, of all that interrupts one. What the page asked for
 * last comes first, then celebrations, then surveys. Pure: the same state and situation have the same decision.
 */
export const decide = (state: State, situation: Situation): Decision => {
  const { visible, wanted, over, begun } = situation
  const weighed = (Object.keys(kinds) as Kind[]).flatMap((kind) =>
    kinds[kind].weigh(state, situation).map(({ id, rules, otherwise }): Reason => {
      const all: Rule[] = [
        [!visible && kinds[kind].interrupts, hide('unseen page')],
        [wanted.includes(id), show('opened')],
        [over.includes(id), hide('over')],
        ...rules,
      ]
      return { kind, id, ...(all.find(([applies]) => applies)?.[1] ?? otherwise) }
    }),
  )
  const first = (interrupts: boolean) =>
    weighed
      .filter(({ kind, show }) => show && kinds[kind].interrupts === interrupts)
      .sort((one, other) => wanted.indexOf(other.id) - wanted.indexOf(one.id))[0]

  const checklist = first(false)
  const interruption = first(true)
  const times = weighed.flatMap(({ again }) => again ?? [])
  return {
    checklist: checklist?.id ?? null,
    interruption: interruption
      ? { ...interruption, forced: wanted.includes(interruption.id), begun: begun === interruption.id }
      : null,
    againAt: times.length ? Math.min(...times) : null,
    weighed,
  }
}
