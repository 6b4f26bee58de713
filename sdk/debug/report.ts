import type { Entry, Problem } from './diary.ts'
import type { Row } from './rows.ts'

/** All that the panel knows. */
export interface Known {
  person: Record<string, string>
  rows: readonly Row[]
  messages: readonly Entry[]
  problems: readonly Problem[]
  /** What the server answered instead of what may be shown. */
  refusal: string
}

/** What is copied for a bug report, which others read: all that tells why, and of what people wrote only that it was there. */
export const reportOf = ({ messages, problems, ...rest }: Known) => ({
  ...rest,
  // A call that is misspelled has all that was given with it.
  problems: problems.map(({ at, text }) => ({ at, text: text.replace(/(no method: \["[^"]*").*/s, '$1 …') })),
  messages: messages.map((entry) => ({ ...entry, data: withoutWords(entry.data) })),
})

const withoutWords = (data: object): unknown =>
  JSON.parse(JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? 'text' : value)))
