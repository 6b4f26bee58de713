import type { Parts } from '../parts.ts'
import { mount } from '../ui/mount.ts'
import type { Prepare, Scene, Show } from '../ui/part.ts'
import stones from '../ui/stones.css'
import css from './checklist.css'
import { checklist } from './checklist.ts'
import { makeWay } from './make-way.ts'

/** Gets what few checklists have: an order, steps that are done by hand, something to keep of a milestone. */
export const prepare: Prepare = async (id, { state, load }) => {
  const { order, steps, milestones } = programOf(id, state)?.definition ?? {}
  const isPlain =
    order === 'free' &&
    steps?.every(({ completesOn }) => completesOn.on !== 'hand') &&
    milestones?.every(({ certificate, share }) => !certificate && !share)
  return isPlain ? {} : load('extras')
}

/** Puts the checklist of a program on the page. */
export const show: Show = (root, id, scene) => {
  const { state, store, isCornerTaken, record, end } = scene
  const prepared = scene.prepared as Partial<Parts['extras']>
  const { box, update: draw, remove } = mount(root, { view: checklist, css: stones + css + (prepared.css ?? '') })
  const update = () => {
    const program = programOf(id, state)
    if (!program) return
    draw({
      ...scene,
      ...program,
      ...prepared,
      minimised: store.get<boolean>('minimised'),
      aside: isCornerTaken(),
      onOpen: scene.open,
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

const programOf = (id: string, state: Scene['state']) =>
  state()?.programs.find(({ definition }) => definition.id === id)
