import { extraWords } from '../i18n/extra-words.ts'
import { el } from '../ui/element.ts'
import { icon } from '../ui/icon.ts'
import type { Extras } from './checklist-props.ts'
import css from './extras.css'
import { waitsFor } from './waits-for.ts'

/** Styles of what is shown here. */
export { css }

/** The order of a program, steps that are done by hand, and what is there to keep of milestones. */
export const extras: Extras = {
  ofStep: ({ id, title, completesOn }, done, { definition, translation, track }) => {
    const words = translation?.extra ?? extraWords
    const first = waitsFor(definition, done, id)
    const isOpen = completesOn.on === 'hand' && !done.includes(id) && !first
    const onclick = (event: MouseEvent) => {
      const { parentNode } = (event.currentTarget as HTMLElement).closest('ol') ?? {}
      track(completesOn.event, { program: definition.id, step: id })
      // The button goes away with what it was for: who pressed it goes on with what is next.
      setTimeout(() => {
        const root = parentNode?.getRootNode() as ShadowRoot | undefined
        if (root?.activeElement) return
        const next =
          root?.querySelector<HTMLElement>('.next :is(a, button)') ?? root?.querySelector<HTMLElement>('.fold')
        next?.focus()
      }, 100)
    }
    return {
      after: first && words.after(first.title),
      button:
        isOpen &&
        el(
          'button',
          { type: 'button', class: 'by-hand', onclick },
          icon('m3.5 8.5 3 3 6-7'),
          words.markDone,
          el('span', { class: 'said' }, `: ${title}`),
        ),
    }
  },
  ofMilestones: ({ definition, enrolment, onOpen }) =>
    definition.milestones.map(
      ({ id, title, certificate, share }) =>
        (certificate ?? share) &&
        enrolment.milestones.some((reached) => reached.id === id) &&
        el(
          'button',
          { type: 'button', class: 'shows kept', onclick: () => onOpen(`${definition.id}/${id}`) },
          certificate?.title ?? title,
        ),
    ),
}
