import type { ProgramView } from '../../api/contract/definitions.ts'
import { mount } from '../ui/mount.ts'
import css from './milestone.css'
import { milestone } from './milestone.ts'

const readFor = 6000

/** Celebrates a milestone until it is closed or has been read. The result takes it away. */
export const showMilestone = (
  root: ShadowRoot,
  options: { definition: ProgramView['milestones'][number]; locale: string; onClose: () => void },
): (() => void) => {
  const { update, linger, remove } = mount(root, { view: milestone, css })
  update({ ...options, isSaid: false })
  // A live region is read when it changes, so it has to be there before its words are.
  const timer = setTimeout(() => update({ ...options, isSaid: true }), 50)
  linger(readFor, options.onClose)
  return () => {
    clearTimeout(timer)
    remove()
  }
}
