import { matchesUrl } from '../guide/matches-url.ts'
import type { Show } from '../ui/part.ts'
import type { BegunTour } from './begun-tour.ts'
import { stepOnPage } from './step-on-page.ts'
import type { StepOnPage } from './step-on-page.ts'

/** Leads somebody from step to step, from where they stopped, across pages. */
export const show: Show = (root, id, scene) => {
  const { state, session, environment, isOpened, record, track, tracked, end } = scene
  const known = state()?.tours.find(({ definition }) => definition.id === id)
  if (!known) throw new Error(`there is no ${id}`)
  const { steps, completionEvent } = known.definition
  const begun = session.get<BegunTour>('begun')
  const isBegun = begun?.id === id
  const from = isBegun ? begun.step : known.reached
  /** Where focus was before the tour had it. */
  const before = document.activeElement as HTMLElement | null
  let isSeen = isBegun
  let at = 0
  let since = 0
  let current: StepOnPage | undefined

  const go = (next: number, { way = 1, isCentered = false, isPersons = false } = {}): void => {
    const hadFocus = current?.hasFocus() ?? false
    current?.remove()
    current = undefined
    const step = steps[next]
    if (!step) return next < 0 ? go(0) : finish()
    at = next
    since = environment.now()
    session.set('begun', { id, step: step.id })
    record({ kind: 'tour', id: `${id}/${step.id}` }, 'reached')
    const said = { tour: id, step: step.id }
    const { url } = step
    const isPlace = url && /^(\/|https?:)[^*]*$/.test(url)
    if (isPersons && isPlace && !matchesUrl(url, environment.page().url)) location.assign(url)
    current = stepOnPage(root, {
      step,
      number: next + 1,
      all: steps.length,
      isCentered,
      takesFocus: hadFocus || isPersons,
      scene,
      onNext: () => go(next + 1, { isPersons: true }),
      onBack: () => go(next - 1, { way: -1, isPersons: true }),
      onClose: () => {
        record({ kind: 'tour', id }, 'dismissed')
        track('tour_dismissed', said)
        end()
      },
      onSeen: () => {
        isSeen = true
        track('tour_step_viewed', { ...said, number: next + 1 })
      },
      onMissing: () => {
        track('tour_target_missing', { ...said, page: environment.page().path })
        if (step.ifMissing === 'end') end()
        else if (step.ifMissing === 'center' && !isCentered) go(next, { isCentered: true })
        else go(next + way, { way })
      },
    })
  }

  /** A tour of which nothing could be shown was not completed. */
  const finish = () => {
    if (isSeen) {
      record({ kind: 'tour', id }, 'completed')
      track('tour_completed', { tour: id })
      if (completionEvent) track(completionEvent, {})
    }
    end()
  }

  const update = () => {
    const { on, value } = steps[at]?.advance ?? {}
    if (!value) return
    const isDone = on === 'url' ? matchesUrl(value, environment.page().url) : (tracked()[value] ?? 0) > since
    if (isDone) go(at + 1)
  }

  // A page may open a tour on its own account, and then nobody expects the focus to move.
  const isPersons = isOpened(id) && ((navigator as Partial<Navigator>).userActivation?.isActive ?? false)
  if (!isBegun) track('tour_started', { tour: id, opened: isOpened(id) })
  go(
    Math.max(
      0,
      steps.findIndex((step) => step.id === from),
    ),
    { isPersons },
  )
  return {
    inCorner: true,
    update,
    remove: () => {
      const hadFocus = current?.hasFocus()
      current?.remove()
      session.remove('begun')
      if (hadFocus && before?.isConnected) before.focus()
    },
  }
}
