import type { Entry, Problem } from './diary.ts'
import type { Row } from './rows.ts'

/** All that the panel knows. */
export interface Known {
  person: Record<string, string>
  rows: readonly Row[]
  messages: readonly Entry[]
  problems: readonly Problem[]
}

/** What is copied for a bug report, which others read: all that tells why, and of what people wrote only that it was there. */
export const reportOf = ({ messages, ...rest }: Known) => ({
  ...rest,
  messages: messages.map((entry) => ({ ...entry, data: withoutWords(entry.data) })),
})

const withoutWords = (data: object): unknown =>
  JSON.parse(JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? 'text' : value)))
