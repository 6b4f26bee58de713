import type { State } from '../../api/contract/state.ts'
import type { CoreOptions } from '../core.ts'
import type { Decision } from '../decide/decide.ts'
import { createHost } from '../ui/host.ts'
import { keepOnTop } from '../ui/keep-on-top.ts'
import { mount } from '../ui/mount.ts'
import type { Diary } from './diary.ts'
import { modalOfCairn } from './hide-others.ts'
import css from './panel.css'
import { panel } from './panel.ts'
import type { Section } from './panel.ts'
import { personOf } from './person.ts'
import type { Preview } from './preview.ts'
import { rowsOf } from './rows.ts'

/** How the panel stands there: kept for the tab, so that it is the same on the next page. */
export interface Stand {
  section?: Section
  isSmall?: boolean
  isRight?: boolean
}

/** Of what goes on between two looks one is drawn. */
const drawAfter = 40
const raiseEvery = 250
const saidFor = 4000

/** Puts the panel on the page, until it is closed. */
export const openPanel = (
  options: CoreOptions & {
    diary: Diary
    preview: Preview
    known(): { state: State; decision: Decision } | undefined
    refresh(): void
  },
): { draw(): void; liftSoon(): void } => {
  const { environment, session, diary, preview, known, refresh, onProblem } = options
  const host = createHost({ ...environment, onProblem })
  const root = host.root()
  const { box, update, remove } = mount(root, { view: panel, css })
  const top = keepOnTop(box)
  let stand = session.get<Stand>('debug') ?? {}
  let isCopied = false
  let text = ''
  let planned: (() => void) | undefined
  /** What was looked at when the panel was drawn last. */
  let looked: string | null = null

  /** Nothing is stored of those who may not be recorded. */
  const keep = () => {
    if (options.isAllowed()) session.set('debug', stand)
  }

  const change = (next: Partial<Stand>) => {
    stand = { ...stand, ...next }
    keep()
    draw()
  }

  const all = () => {
    const now = known()
    return {
      now: environment.now(),
      person: personOf(options),
      rows: now ? rowsOf(now.state, now.decision) : [],
      messages: diary.entries(),
      problems: diary.problems(),
    }
  }

  const copy = async () => {
    const report = JSON.stringify({ at: new Date(environment.now()), page: environment.page().url, ...all() }, null, 2)
    try {
      await navigator.clipboard.writeText(report)
      isCopied = true
      environment.later(() => {
        isCopied = false
        draw()
      }, saidFor)
    } catch {
      // Where the browser does not let us, the person can.
      text = report
    }
    drawNow()
  }

  const close = () => {
    session.remove('debug')
    preview.end()
    planned?.()
    clearInterval(timer)
    isOpen = false
    top.leave()
    remove()
    host.remove()
  }

  const drawNow = () => {
    planned = undefined
    if (!isOpen) return
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
      look: preview.start,
      endLook: preview.end,
      locale: options.locale,
    })
    const look = looking && `${looking.kind} ${looking.id}`
    // What had the focus is gone, unless what is shown has taken it.
    if (looked !== look && (document.activeElement ?? document.body).matches('body, cairn-root') && !root.activeElement)
      box.querySelector<HTMLElement>(look ? '.end' : `[data-look="${looked ?? ''}"]`)?.focus()
    looked = look
  }

  /** Above what has been shown since. */
  const lift = () => {
    if (!isOpen) return
    const focused = root.activeElement as HTMLElement | null
    if (box.matches(':popover-open')) box.hidePopover()
    raise()
    focused?.focus()
  }

  const raise = () => top.raise(modalOfCairn())

  const draw = () => {
    planned ??= environment.later(drawNow, drawAfter)
  }

  let isOpen = true
  const timer = setInterval(raise, raiseEvery)
  const liftSoon = () => environment.later(lift, drawAfter)
  options.on('show', liftSoon)
  draw()
  return { draw, liftSoon }
}
