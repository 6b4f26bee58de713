import type { Act } from '../../../api/contract/audit-log.ts'
import type { Key } from '../../../api/contract/keys.ts'
import { humanize } from '../format/humanize.ts'
import { keyName } from '../state/use-keys.ts'

/** What changes something, by its `operationId`. A test holds the list against the description of the API. */
export const changes: Record<string, string> = {
  createKey: 'Make a key',
  updateKey: 'Change a key',
  rotateKey: 'Rotate a key',
  revokeKey: 'Revoke a key',
  eraseUser: 'Erase a person',
  settleRequest: 'Note what became of a request',
  removeRequest: 'Remove a request',
  retryMail: 'Send a mail again',
  replayRejectedMessages: 'Send refused messages again',
  removeRejectedMessages: 'Remove refused messages',
  removeRejectedMessage: 'Remove a refused message',
  recomputeHealth: 'Score all accounts anew',
}

/** What lets somebody in and out. */
const sessions: Record<string, string> = { signIn: 'Sign in', signOut: 'Sign out' }

/** What takes facts out of here. */
const exports: Record<string, string> = { exportUser: 'Export a person', exportEvents: 'Export facts' }

const others: Record<string, string> = {
  listActs: 'Read the audit log',
  listRejectedMessages: 'List refused messages',
  readKey: 'Read a key',
  readRejectedMessage: 'Read a refused message',
  summariseRejectedMessages: 'Count refused messages',
}

const words = { ...changes, ...sessions, ...exports, ...others }

/** Values of the filter by action: several at once, then each. */
export const actionChoices: [value: string, title: string][] = [
  [Object.keys(changes).join(','), 'Whatever changed something'],
  [Object.keys(sessions).join(','), 'Signing in and out'],
  [Object.keys(exports).join(','), 'Exports'],
  ...Object.entries({ ...changes, ...exports }),
]

/** What was done: "Revoke a key". */
export const actionInWords = (action: string): string => words[action] ?? humanize(action)

/** Who did it: the name of the key, and whether it was in the console. */
export const readActor = (actor: string, keys: Key[]): { name: string; inConsole: boolean } => {
  if (actor === 'nobody') return { name: 'Somebody without a valid key', inConsole: false }
  const [, id] = /^session:(.*)$/.exec(actor) ?? []
  return { name: keyName(keys, id ?? actor), inConsole: id !== undefined }
}

/** The key that it was done to, where it was one that is known. */
export const keyOf = (target: string, keys: Key[]): Key | undefined => {
  const [, id] = /^\/v1\/keys\/([^/]+)/.exec(target) ?? []
  return keys.find((key) => key.id === id)
}

/** Values of the filter by actor: those who sign in, those who send, and those who got no further. */
export const actorChoices = (keys: Key[]): [value: string, title: string][] =>
  keys
    .filter(({ kind }) => kind === 'secret')
    .flatMap(({ id }) => [`session:${id}`, id])
    .concat('nobody')
    .map((actor): [string, string] => {
      const { name, inConsole } = readActor(actor, keys)
      return [actor, inConsole ? `${name}, in the console` : name]
    })

/** Whether it was done, and why not. */
export const outcomeInWords = ({ status }: Pick<Act, 'status'>): string => {
  if (status < 400) return 'Done'
  const reasons: Record<number, string> = {
    401: 'Refused: no valid key',
    403: 'Refused: not allowed',
    404: 'Not there',
    422: 'Refused: wrong fields',
    429: 'Refused: too often',
  }
  return reasons[status] ?? (status < 500 ? `Refused (${status})` : `Failed (${status})`)
}
