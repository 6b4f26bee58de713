/** Bytes of one message. By itself, so that a browser downloads no other. */
export const messageBytes = 32 * 1024

/** Limits of the wire, shared with clients: numbers only, so that a browser bundle may import them. */
export const limits = {
  /** Bytes of one request body. */
  bodyBytes: 500 * 1024,
  /** Messages in one batch. */
  batchMessages: 500,
  /** Bytes of one message. */
  messageBytes,
  /** Characters of a `messageId`. */
  messageIdLength: 100,
} as const
