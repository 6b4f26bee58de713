import { standOf } from '../checklist/stand.ts'
import { checklistWords } from '../i18n/checklist-words.ts'
import { el } from '../ui/element.ts'
import { icon } from '../ui/icon.ts'
import { stones } from '../ui/stones.ts'
import type { Desk } from './desk.ts'
import { unseenNews } from './unseen-news.ts'

/** What the panel leads to besides articles: checklists, news, and a person. */
export const rowsOf = ({ scene, words, go, leaveFor }: Desk): HTMLElement[] => {
  const { translation, unconfirmed } = scene
  const state = scene.state()
  const checklistCount = (translation?.checklist ?? checklistWords).count
  const checklists = (state?.programs ?? []).flatMap(({ definition, enrolment }) => {
    const { completedSteps, isCompleted } = standOf({ definition, enrolment, unconfirmed })
    const [done, all] = [completedSteps.length, definition.steps.length]
    const act = () => leaveFor(definition.id)
    return isCompleted ? [] : [row(stones(done, all), definition.title, { note: checklistCount(done, all), act })]
  })
  const unseen = unseenNews(state).length
  const news = row(icon('M3 6.5v3h2.5L10 13V3L5.5 6.5zM12.5 6a3 3 0 0 1 0 4'), words.news, {
    note: unseen > 0 && el('span', { class: 'new' }, unseen, el('span', { class: 'said' }, ` ${words.isNew}`)),
    act: () => go({ view: 'news' }),
  })
  const contact = row(icon('M2.5 4h11v8h-11zm0 .5L8 9l5.5-4.5'), words.contact, { act: () => go({ view: 'contact' }) })
  return [...checklists, ...(state?.announcements.length ? [news] : []), contact]
}

const row = (
  sign: HTMLElement,
  title: string,
  { note, act }: { note?: HTMLElement | string | false; act: () => void },
) =>
  el(
    'button',
    { type: 'button', onclick: act },
    el('span', { class: 'sign' }, sign),
    el('span', { class: 'name' }, title),
    note && el('span', { class: 'muted' }, note),
    icon('m6 4 4 4-4 4'),
  )
