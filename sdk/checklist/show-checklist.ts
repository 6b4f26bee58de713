import { mount } from '../ui/mount.ts'
import type { Show } from '../ui/part.ts'
import css from './checklist.css'
import { checklist } from './checklist.ts'
import { makeWay } from './make-way.ts'

/** Puts the checklist of a program on the page. */
export const show: Show = (root, id, scene) => {
  const { state, store, isCornerTaken, record, end } = scene
  const { box, update: draw, remove } = mount(root, { view: checklist, css })
  const update = () => {
    const program = state()?.programs.find(({ definition }) => definition.id === id)
    if (!program) return
    draw({
      ...scene,
      ...program,
      minimised: store.get<boolean>('minimised'),
      aside: isCornerTaken(),
      onTour: scene.open,
      onMinimise: (minimised) => {
        store.set('minimised', minimised)
        update()
      },
      onDismiss: () => {
        record({ kind: 'checklist', id }, 'dismissed')
        end()
      },
    })
  }
  update()
  const stop = makeWay(box)
  return {
    update,
    remove: () => {
      stop()
      remove()
    },
  }
}
