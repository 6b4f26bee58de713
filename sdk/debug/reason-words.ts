import type { Reason } from '../decide/decide.ts'

/** What of a definition the sentences speak of. */
export interface About {
  event?: string | null | undefined
  url?: string | null | undefined
  delaySeconds?: number | undefined
  /** The title of what comes first at its place. */
  before?: string | undefined
}

/** The words of verdicts, as sentences for those who wrote the definition. */
const sentences: Record<string, (reason: Reason, about: About) => string> = {
  unseen: () => 'Nobody can see the page now: another tab or window is in front, or a preview is on.',
  opened: ({ id }) => `The page asked for it: open('${id}').`,
  over: () => 'It is over on this page: closed, or asked for and not granted by the server.',
  'not first': ({ place }, { before }) =>
    place === 'front'
      ? `Its time has come, but one thing comes up at a time: ${before ? `“${before}”` : 'another'} comes first.`
      : `One of its kind is shown at a time: ${before ? `“${before}”` : 'another'} comes first.`,
  'steps left': () => 'Steps are left.',
  completed: () => 'All required steps are done. It is shown only until the page is left.',
  dismissed: ({ id }) => `This person dismissed it. open('${id}') brings it back.`,
  reached: () => 'It was reached within the last 7 days.',
  celebrated: () => 'It was celebrated with this person before.',
  begun: () => 'It was begun in this tab and goes on.',
  due: (_, { event }) => (event ? `“${event}” was sent from this tab.` : 'It may come up on this page.'),
  waits: (_, { delaySeconds = 0 }) => `Its delay of ${delaySeconds} s is not over.`,
  'no event': (_, { event }) =>
    event ? `“${event}” has not been sent from this tab.` : 'It has no trigger: open() shows it.',
  'too long ago': ({ kind }) =>
    kind === 'milestone' ? 'It was reached more than 7 days ago.' : 'Its event was more than 30 minutes ago.',
  'other page': (_, { url }) => `It belongs on other pages: ${url ?? ''}`,
  'waits to be opened': ({ kind, id }) =>
    kind === 'help'
      ? `Its button, or open('${id}'), shows it.`
      : `It has no start: its beacon, a step of a checklist or open('${id}') shows it.`,
  'tour is over': () => 'Its tour is completed, dismissed, or not for this person.',
  'tour is on': () => 'Its tour is being shown.',
  'help is open': () => 'Nothing comes up while the help panel is open.',
  offered: ({ kind }) =>
    kind === 'help' ? 'It is for this person, on this page.' : 'Its tour is offered to this person.',
}

/** Why, in a sentence. What the server said is one already. */
export const sentenceOf = (reason: Reason, about: About): string =>
  sentences[reason.because]?.(reason, about) ?? reason.because
