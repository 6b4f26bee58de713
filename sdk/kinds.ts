import type { Shown } from './cairn.ts'
import { weighChecklists } from './checklist/weigh-checklists.ts'
import type { Weigh } from './decide/rule.ts'
import { weighMilestones } from './milestone/weigh-milestones.ts'
import { weighSurveys } from './survey/weigh-surveys.ts'

/** A kind of thing that can be put on a page. */
export type Kind = Shown['kind']

/** How a kind behaves. What shows it is the part of its name, in `<kind>/show-<kind>.ts`. */
export interface Behaviour {
  /** Says of each that there is whether it is to be shown, and why. */
  weigh: Weigh
  /** Whether it comes up by itself, one at a time, claimed before it is shown. Else it stands there. */
  interrupts?: boolean
  /** Whether several of the kind stand there at once. */
  many?: boolean
}

/** Kinds with their behaviour, in the order in which they come up. */
export type Kinds = Partial<Record<Kind, Behaviour>>

/** What is on most pages. The rest, in `guide/`, is loaded where there is some. */
export const kinds: Kinds = {
  checklist: { weigh: weighChecklists },
  milestone: { weigh: weighMilestones, interrupts: true },
  survey: { weigh: weighSurveys, interrupts: true },
}
