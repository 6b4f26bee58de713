import { dayIn } from '../i18n/day-in.ts'
import { linger } from '../ui/linger.ts'
import { mount } from '../ui/mount.ts'
import type { Show } from '../ui/part.ts'
import stones from '../ui/stones.css'
import css from './milestone.css'
import { milestone } from './milestone.ts'

const readFor = 6000
/** A certificate is not saved in passing; where it was missed, the checklist has it. */
const keepFor = 20_000

/** Celebrates a milestone (`program/milestone`) until it is closed or has been read. */
export const show: Show = (root, key, scene) => {
  const { state, environment, locale, load, onProblem, end } = scene
  const [program, id] = key.split('/')
  const known = state()?.programs.find(({ definition }) => definition.id === program)
  const definition = known?.definition.milestones.find((milestone) => milestone.id === id)
  if (!definition) throw new Error(`there is no ${key}`)
  const { certificate, share } = definition
  const at = known?.enrolment.milestones.find((milestone) => milestone.id === id)?.at
  const day = dayIn(locale, at ?? environment.now(), { dateStyle: 'long' })
  const onSave = () => {
    const form = box.querySelector('form')
    if (!certificate || !form?.reportValidity()) return
    const name = String(new FormData(form).get('name')).trim()
    load('certificate')
      .then(({ saveCertificate }) => saveCertificate({ ...certificate, name, day }))
      .catch(onProblem)
  }
  const { box, update, remove } = mount(root, { view: milestone, css: stones + css })
  const draw = (isSaid: boolean) =>
    update({ ...scene, definition, isSaid, name: state()?.name ?? '', onSave, onClose: end })
  draw(false)
  // A live region is read when it changes, so it has to be there before its words are.
  const timer = setTimeout(() => draw(true), 50)
  const stop = linger(box, certificate || share ? keepFor : readFor, end)
  return {
    remove: () => {
      clearTimeout(timer)
      stop()
      remove()
    },
  }
}
