import type { State } from '../../api/contract/state.ts'

/** What is known at the moment of deciding. */
export interface Situation {
  now: number
  /** Whether somebody can see the page. */
  visible: boolean
  /** When each event was last sent from this browser, in milliseconds. */
  tracked: Readonly<Record<string, number>>
  /** Ids that the page asked to open, the latest last. */
  wanted: readonly string[]
  /** Ids that are over on this page: closed, or asked for and not granted. */
  over: readonly string[]
  /** Ids of what is on the page. */
  onShow: readonly string[]
  /** The survey or tour that was begun in this tab, perhaps on the page before. */
  begun: string | null
}

/** Whether something is to be shown, and why. */
export interface Verdict {
  show: boolean
  /** For people; the debug panel makes a sentence of it. Nothing else may depend on its words. */
  because: string
  /** When it will be otherwise though nothing else happens. */
  again?: number
}

/** Where it applies, its verdict holds. */
export type Rule = readonly [applies: boolean, verdict: Verdict]

/** All there is of one kind, each with its rules in order: the first that applies decides. */
export type Weigh = (state: State, situation: Situation) => { id: string; rules: readonly Rule[]; otherwise: Verdict }[]

/** Whoever comes back later than this after an event is no longer where it left them, in milliseconds. */
export const startWindow = 30 * 60_000

export const show = (because: string): Verdict => ({ show: true, because })
export const hide = (because: string, again?: number): Verdict => ({ show: false, because, ...(again && { again }) })
