import type { State } from '../../api/contract/state.ts'

/** A celebration of what was reached longer ago than this would be a riddle to whoever sees it. */
const celebrationWindow = 7 * 86_400_000
/** Somebody who comes back later than this after the event is no longer in the moment that a survey is about. */
export const surveyWindow = 30 * 60_000

/** What is known at the moment of deciding. */
export interface Situation {
  now: number
  /** Whether somebody can see the page. */
  visible: boolean
  /** When each event was last sent from this browser, in milliseconds. */
  tracked: Readonly<Record<string, number>>
  /** Ids that the page asked to open. */
  wanted: readonly string[]
  /** Ids that are over on this page: closed, or asked for and not granted. */
  over: readonly string[]
  /** Programs whose checklist is on the page. */
  onShow: readonly string[]
  /** The survey that was begun in this tab, perhaps on the page before. */
  begun: string | null
}

/** Why something is shown, or is not. */
export interface Reason {
  kind: 'checklist' | 'milestone' | 'survey'
  id: string
  show: boolean
  because: string
}

/** Something that comes up by itself, one at a time. */
export interface Interruption {
  kind: 'milestone' | 'survey'
  /** `program/milestone`, or the survey. */
  id: string
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
  reasons: Reason[]
}

/**
 * What to show to this person now, and why. Celebrations come before surveys. Pure: the same state and situation have
 * the same decision.
 */
export const decide = (state: State, situation: Situation): Decision => {
  const { now, visible, tracked, wanted, over, onShow, begun } = situation
  const reasons: Reason[] = []
  const interruptions: Interruption[] = []
  let checklist: string | null = null
  let againAt: number | null = null

  const weigh = (kind: Reason['kind'], id: string, [show, because]: Verdict) => {
    reasons.push({ kind, id, show, because })
    return show
  }

  for (const { definition, enrolment, dismissed, celebrated } of state.programs) {
    const { id, milestones } = definition
    const isDone = enrolment.status === 'completed'
    const verdict: Verdict = wanted.includes(id)
      ? [true, 'opened by the page']
      : over.includes(id)
        ? [false, 'over on this page']
        : dismissed
          ? [false, 'dismissed']
          : isDone && !onShow.includes(id)
            ? [false, 'completed']
            : checklist
              ? [false, 'another comes first']
              : [true, isDone ? 'completed just now' : 'has steps left']
    if (weigh('checklist', id, verdict)) checklist = id

    for (const reached of enrolment.milestones) {
      const key = `${id}/${reached.id}`
      const celebrate: Verdict = celebrated.includes(reached.id)
        ? [false, 'celebrated before']
        : over.includes(key)
          ? [false, 'over on this page']
          : now - Date.parse(reached.at) > celebrationWindow
            ? [false, 'reached too long ago']
            : [milestones.some((milestone) => milestone.id === reached.id), 'reached']
      if (weigh('milestone', key, celebrate))
        interruptions.push({ kind: 'milestone', id: key, forced: false, begun: false })
    }
  }

  for (const { definition, eligible, reason } of state.surveys) {
    const { id, trigger } = definition
    const forced = wanted.includes(id)
    const due = trigger ? (tracked[trigger.event] ?? 0) + trigger.delaySeconds * 1000 : 0
    const verdict: Verdict = forced
      ? [true, 'opened by the page']
      : over.includes(id)
        ? [false, 'over on this page']
        : begun === id
          ? [true, 'begun and not finished']
          : !eligible
            ? [false, reason]
            : !trigger || !tracked[trigger.event] || now - due > surveyWindow
              ? [false, 'its event has not happened']
              : [due <= now, due > now ? 'waits for its delay' : 'its event has happened']
    if (weigh('survey', id, verdict)) interruptions.push({ kind: 'survey', id, forced, begun: begun === id })
    else if (verdict[1] === 'waits for its delay') againAt = Math.min(againAt ?? due, due)
  }

  return { checklist, interruption: (visible && interruptions[0]) || null, againAt, reasons }
}

type Verdict = [show: boolean, because: string]
