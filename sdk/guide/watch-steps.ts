import { standOf } from '../checklist/stand.ts'
import { waitsFor } from '../checklist/waits-for.ts'
import type { StageOptions } from '../ui/stage.ts'
import { findTarget } from '../ui/find-target.ts'
import { matchesUrl } from './matches-url.ts'

/** A page that changes all the time is not searched more often than this, and one that rests as often. */
const lookEvery = 250
/** A page so large that it takes long to search is searched as much less often: this part of the time at most. */
const mostOfTime = 0.04

/**
 * Completes steps by the page that is visited, or by an element that is seen: sends their events, as often as once. From
 * whichever browser of the account it comes first, it counts.
 *
 * @returns looks at once
 */
export const watchSteps = ({
  environment,
  state,
  tracked,
  unconfirmed,
  track,
  isVisible,
}: Pick<StageOptions, 'environment' | 'state' | 'tracked' | 'unconfirmed' | 'track' | 'isVisible'>): (() => void) => {
  const look = () => {
    if (!isVisible()) return
    const { url } = environment.page()
    for (const { definition, enrolment } of state()?.programs ?? []) {
      const done = standOf({ definition, enrolment, unconfirmed }).completedSteps.map(({ id }) => id)
      for (const { id, completesOn } of definition.steps) {
        const { event, url: page, target } = completesOn
        if (!page && !target) continue
        const isOpen = !done.includes(id) && !tracked()[event] && !waitsFor(definition, done, id)
        // The page is searched for nothing that is done already.
        const isThere = isOpen && ((page && matchesUrl(page, url)) || (target && findTarget(target)))
        if (isThere) track(event, { program: definition.id, step: id })
      }
    }
  }
  const lookOn = () => {
    const started = performance.now()
    look()
    setTimeout(lookOn, Math.max(lookEvery, (performance.now() - started) / mostOfTime))
  }
  setTimeout(lookOn, lookEvery)
  return look
}
