import { linger } from '../ui/linger.ts'
import { mount } from '../ui/mount.ts'
import type { Show } from '../ui/part.ts'
import css from './milestone.css'
import { milestone } from './milestone.ts'

const readFor = 6000

/** Celebrates a milestone (`program/milestone`) until it is closed or has been read. */
export const show: Show = (root, key, { state, translation, end }) => {
  const [program, id] = key.split('/')
  const definition = state()
    ?.programs.find(({ definition }) => definition.id === program)
    ?.definition.milestones.find((milestone) => milestone.id === id)
  if (!definition) throw new Error(`there is no ${key}`)
  const { box, update, remove } = mount(root, { view: milestone, css })
  const draw = (isSaid: boolean) => update({ definition, translation, isSaid, onClose: end })
  draw(false)
  // A live region is read when it changes, so it has to be there before its words are.
  const timer = setTimeout(() => draw(true), 50)
  const stop = linger(box, readFor, end)
  return {
    remove: () => {
      clearTimeout(timer)
      stop()
      remove()
    },
  }
}
