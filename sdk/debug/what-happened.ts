import type { State } from '../../api/contract/state.ts'
import type { Reason } from '../decide/decide.ts'
import type { Entry } from './diary.ts'
import { wordsOfTarget } from './words-of-target.ts'

type Tour = State['tours'][number]['definition']

/** How something ends, by what was recorded of it last. */
const ends: Record<string, string> = {
  dismissed: 'This person closed it on this page.',
  postponed: 'This person put it off on this page.',
  answer: 'This person answered it on this page.',
  tour_completed: 'It was left at its last step on this page.',
  tour_dismissed: 'This person closed it on this page.',
  announcement_dismissed: 'This person closed it on this page.',
  announcement_followed: 'This person followed one of its links on this page.',
}

/** Why something is over on this page; nothing where that was recorded nowhere, as when the page closed it. */
export const endOf = ({ kind, id }: Pick<Reason, 'kind' | 'id'>, messages: readonly Entry[]): string | undefined =>
  messages
    .flatMap(({ type, name, data, note }) => {
      const { tour, announcement } = data as Record<string, unknown>
      if (type === 'track') return (tour === id || announcement === id) && ends[name] ? ends[name] : []
      if (name !== `${kind} ${id}`) return []
      return note.startsWith(notGranted) ? note : (ends[type] ?? [])
    })
    .at(-1)

/** With what the server refuses a claim. */
export const notGranted = 'The server did not grant it'

/** What a tour has found missing on this page since it began, step by step. */
export const missingIn = ({ id, steps }: Tour, messages: readonly Entry[]): string[] => {
  const own = messages.filter(({ type, data }) => type === 'track' && (data as { tour?: unknown }).tour === id)
  const since = own.map(({ name }) => name).lastIndexOf('tour_started')
  const missing = own.slice(since + 1).filter(({ name }) => name === 'tour_target_missing')
  const said = missing.flatMap(({ data }) => {
    const { step: name, page } = data as Record<string, string>
    const step = steps.find((each) => each.id === name)
    if (!step?.target) return []
    const target = wordsOfTarget(step.target)
    const belongs = step.url ? `; it belongs on ${step.url}` : ''
    return `Step “${step.title}” ${outcomes[step.ifMissing]}: ${target} was not on ${page} within ${step.waitSeconds} s${belongs}.`
  })
  return [...new Set(said)]
}

const outcomes = { skip: 'was skipped', center: 'stood in the middle', end: 'ended the tour' }
