import { z } from 'zod'

/**
 * The mails that Cairn sends, each with the variables that its text may name. A paragraph or an item with a variable that
 * is empty is left out.
 */
export const emailVariables = {
  /** To whoever sent a request to support. */
  'request-received': ['reference', 'name', 'severity', 'answeredWithin', 'answeredBy', 'subject', 'message'],
  /** To the support team. */
  'request-for-team': ['reference', 'severity', 'answeredBy', 'subject', 'message', 'email', 'account', 'tier'],
} as const satisfies Record<string, readonly string[]>
export type EmailName = keyof typeof emailVariables

/** What stands above the text of a mail, `content/emails/<locale>/<name>.md`. */
export const Email = z.strictObject({
  /** The line by which it is found in a mailbox; it may name variables, such as `{{reference}}`. */
  subject: z.string().trim().min(1).max(150),
})
