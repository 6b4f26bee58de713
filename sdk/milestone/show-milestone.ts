import type { ProgramView } from '../../api/contract/definitions.ts'
import { linger } from '../ui/linger.ts'
import { mount } from '../ui/mount.ts'
import { Milestone } from './milestone.tsx'
import css from './milestone.css'

const readFor = 6000

/** Celebrates a milestone until it is closed or has been read. The result takes it away. */
export const showMilestone = (
  root: ShadowRoot,
  options: { milestone: ProgramView['milestones'][number]; locale: string; onClose: () => void },
): (() => void) => {
  const part = mount(root, { view: Milestone, css, props: { ...options, isSaid: false } })
  const box = root.lastElementChild as HTMLElement
  // A live region is read when it changes, so it has to be there before its words are.
  const frame = requestAnimationFrame(() => part.update({ ...options, isSaid: true }))
  const stop = linger(box, readFor, options.onClose)
  return () => {
    cancelAnimationFrame(frame)
    stop()
    part.remove()
  }
}
