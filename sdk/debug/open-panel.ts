import type { State } from '../../api/contract/state.ts'
import type { CoreOptions } from '../core.ts'
import type { Decision } from '../decide/decide.ts'
import { createHost } from '../ui/host.ts'
import { keepOnTop } from '../ui/keep-on-top.ts'
import { mount } from '../ui/mount.ts'
import { carryOver } from './carry-over.ts'
import type { Diary } from './diary.ts'
import { modalOfCairn } from './hide-others.ts'
import lookCss from './look-bar.css'
import listCss from './lists.css'
import css from './panel.css'
import { panel } from './panel.ts'
import type { PanelProps, Section } from './panel.ts'
import { personOf } from './person.ts'
import type { Preview } from './preview.ts'
import { reportOf } from './report.ts'
import type { Known } from './report.ts'
import { rowsOf } from './rows.ts'

/** How the panel stands there: kept for the tab, so that it is the same on the next page. */
export interface Stand {
  section?: Section
  isSmall?: boolean
  isRight?: boolean
  /** Words in the titles or ids of what is listed. */
  find?: string
}

/** Of what goes on between two looks one is drawn. */
const drawAfter = 40
const raiseEvery = 250
const saidFor = 4000

/** Puts the panel on the page. What it was closed with ends all that serves it. */
export const openPanel = (
  options: CoreOptions & {
    diary: Diary
    preview: Preview
    closing: AbortController
    known(): { state: State; decision: Decision } | undefined
    refresh(): void
  },
): { draw(): void; liftSoon(): void } => {
  const { environment, session, diary, preview, closing, known, refresh, onProblem } = options
  const host = createHost({ ...environment, onProblem })
  const root = host.root()
  const view = (props: PanelProps) => {
    const fresh = panel(props)
    carryOver(box, fresh)
    return fresh
  }
  const { box, update, remove } = mount(root, { view, css: css + listCss + lookCss })
  const top = keepOnTop(box)
  let stand = session.get<Stand>('debug') ?? {}
  let isCopied = false
  let text = ''
  let planned: (() => void) | undefined
  /** What was looked at last, and whether that had begun when the panel was drawn. */
  let [looked, wasLooking] = ['', false]
  /** Whether a preview has begun since, be it that it is over again. */
  let isNew = false
  /** Where the focus is to stay though what is looked at anew takes it, sooner or later: until the person acts again. */
  let chosen: HTMLElement | null = null

  const isClosed = () => closing.signal.aborted

  /** Nothing is stored of those who may not be recorded. */
  const keep = () => {
    if (options.isAllowed()) session.set('debug', stand)
  }

  const change = (next: Partial<Stand>) => {
    stand = { ...stand, ...next }
    keep()
    draw()
  }

  const all = (): Known => {
    const now = known()
    const messages = diary.entries()
    return {
      person: personOf(options),
      rows: now ? rowsOf(now.state, now.decision, messages) : [],
      messages,
      problems: diary.problems(),
      refusal: diary.refusal(),
    }
  }

  const copy = async () => {
    const report = { at: new Date(environment.now()), page: environment.page().url, ...reportOf(all()) }
    const copied = JSON.stringify(report, null, 2)
    try {
      await navigator.clipboard.writeText(copied)
      isCopied = true
      environment.later(() => {
        isCopied = false
        draw()
      }, saidFor)
    } catch {
      // Where the browser does not let us, the person can.
      text = copied
    }
    drawNow()
  }

  const close = () => {
    session.remove('debug')
    preview.end()
    planned?.()
    clearInterval(timer)
    stopHearing()
    closing.abort()
    top.leave()
    remove()
    host.remove()
  }

  const drawNow = () => {
    planned = undefined
    if (isClosed()) return
    keep()
    const looking = preview.current()
    update({
      ...all(),
      stand,
      looking,
      isCopied,
      text,
      change,
      refresh,
      copy: () => void copy(),
      close,
      look: (look) => {
        if (looking) chosen = root.activeElement as HTMLElement | null
        else isNew = true
        looked = `${look.kind} ${look.id}`
        preview.start(look)
      },
      endLook: preview.end,
      locale: options.locale,
    })
    const isMoved = isNew || wasLooking !== !!looking
    // What had the focus is gone, unless what is shown has taken it.
    if (isMoved && (document.activeElement ?? document.body) === document.body)
      box.querySelector<HTMLElement>(looking ? '.end' : `[data-look="${looked}"]`)?.focus()
    wasLooking = !!looking
    isNew = false
    if (!looking) chosen = null
  }

  /** Above what has been shown since. Whoever chose that in the panel goes on there. */
  const lift = () => {
    if (isClosed()) return
    const focused = chosen ?? (root.activeElement as HTMLElement | null)
    if (box.matches(':popover-open')) box.hidePopover()
    raise()
    focused?.focus()
  }

  const raise = () => top.raise(modalOfCairn())

  const draw = () => {
    if (!isClosed()) planned ??= environment.later(drawNow, drawAfter)
  }

  const timer = setInterval(() => {
    raise()
    if (chosen && root.activeElement !== chosen) chosen.focus()
  }, raiseEvery)
  for (const type of ['keydown', 'pointerdown']) {
    addEventListener(type, () => (chosen = null), { capture: true, signal: closing.signal })
  }
  const liftSoon = () => environment.later(lift, drawAfter)
  const stopHearing = options.on('show', liftSoon)
  draw()
  return { draw, liftSoon }
}
