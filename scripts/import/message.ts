/** A message as it is sent, as far as an import makes it. */
export interface Message {
  type: string
  messageId?: string | undefined
  event?: string | undefined
  name?: string | undefined
  userId?: string | undefined
  anonymousId?: string | undefined
  groupId?: string | undefined
  previousId?: string | undefined
  /** Null for none, whatever the user belongs to. */
  accountId?: string | null | undefined
  timestamp?: string | undefined
  properties?: Record<string, unknown> | undefined
  traits?: Record<string, unknown> | undefined
  context?: Record<string, unknown> | undefined
}

/** What a format needs to know besides a line. */
export interface Source {
  kind: 'jsonl' | 'csv'
  /** Name of the file without folder and endings. */
  table: string
  /** Which group type (PostHog) or property (Mixpanel) names the account. */
  account: string | undefined
}

/**
 * Turns an entry of a file into the messages that it stands for.
 *
 * @throws UnusableLine
 */
export type Format = (value: Record<string, unknown>, source: Source) => Message[]
