import { limits } from '../../../api/contract/limits.ts'
import type { RejectedMessage } from '../../../api/contract/rejected-messages.ts'

/** Why a message can be refused. */
export type RefusedReason = RejectedMessage['reason']

/** Each reason as a word. */
export const reasonTitles: Record<RefusedReason, string> = {
  invalid: 'Invalid',
  unverified: 'Unverified',
  too_large: 'Too large',
  too_old: 'Too old',
  erased: 'Erased person',
  unstorable: 'Cannot be stored',
}

/** What to do about each. */
export const reasonAdvice: Record<RefusedReason, string> = {
  invalid:
    'Mend what sends such messages. Those that were refused meanwhile can be corrected here one by one, and sent again.',
  unverified:
    'The page sent no valid hash of its user, or with VERIFY_ACCOUNTS of the account. Have your server make it with IDENTITY_SECRET. Send the message again only if you know that it is genuine: you vouch for whom it is about.',
  too_large: `Send less at once: a message has at most ${limits.messageBytes / 1024} KB. Only its beginning was kept, so send a corrected message in its place.`,
  too_old: 'It is older than the facts that are kept here. Raise RETENTION_DAYS and send it again, or remove it.',
  erased: 'Whom it is about was erased, and nothing of it was kept. Have whatever sends it forget the person too.',
  unstorable: 'It holds something that the database cannot keep. Correct the message, and send it again.',
}
