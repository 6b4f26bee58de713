import type { State } from '../../api/contract/state.ts'
import type { Message } from '../client/message.ts'
import { outcomeOf } from '../client/outcome.ts'
import type { Store } from '../client/store.ts'
import type { Reply } from '../client/transport.ts'
import { besidePlan, trackingPlan } from './beside-plan.ts'
import { nameRequest } from './name-request.ts'
import { notGranted } from './what-happened.ts'

/** A page that is left open must not fill the memory with what nobody scrolls to. */
const mostEntries = 300

/** A call or another request, and what became of it. */
export interface Entry {
  id: string
  at: number
  /** What it is: `track`, `shown`, `dismissed`, `answer`, `search` … */
  type: string
  name: string
  /** Properties, traits, or what else it said. */
  data: object
  status: 'waits' | 'sent' | 'refused'
  /** What the server said. */
  note: string
  /** What the tracking plan does not name. */
  warning: string
}

/** Something that went wrong. */
export interface Problem {
  at: number
  text: string
}

/** What was recorded, sent and said since the panel was opened. */
export interface Diary {
  entries(): readonly Entry[]
  problems(): readonly Problem[]
  /** What the server answered instead of what may be shown to this person; empty where it said that, or nothing yet. */
  refusal(): string
  /** Looks for messages that are new, or were sent by another tab. */
  look(): void
  answered(path: string, body: Record<string, unknown>, reply: Reply): void
  problem(text: string): void
}

/** Keeps a diary of messages, by what is stored and what the server answers. */
export const createDiary = ({ store, now, onChange }: { store: Store; now(): number; onChange(): void }): Diary => {
  let entries: Entry[] = []
  const problems: Problem[] = []
  let requests = 0
  let refusal = ''

  const write = (entry: Entry) => {
    entries = [...entries, entry].slice(-mostEntries)
  }
  const settle = (id: string, status: Entry['status'], note: string) => {
    entries = entries.map((entry) => (entry.id === id ? { ...entry, status, note } : entry))
  }

  const readStored = () => {
    const stored = store.names('m:').map((name) => name.slice(2))
    for (const id of stored) {
      const message = !entries.some((entry) => entry.id === id) && store.get<Message>(`m:${id}`)
      if (message) write(entryOf(message))
    }
    for (const { id, type, status } of entries) {
      if (status === 'waits' && type in contents && !stored.includes(id)) settle(id, 'sent', 'by another tab')
    }
  }

  const problem = (text: string) => {
    problems.push({ at: now(), text })
    if (problems.length > mostEntries) problems.shift()
    onChange()
  }

  return {
    entries: () => entries,
    problems: () => problems,
    refusal: () => refusal,
    look: () => {
      readStored()
      onChange()
    },
    answered: (path, body, reply) => {
      const outcome = outcomeOf(path, reply)
      const status = outcome === 'taken' ? 'sent' : outcome === 'refused' ? 'refused' : 'waits'
      const { detail, rejected = [], reason = '', granted } = (reply.body ?? {}) as Answer
      const said = reply.status ? `${reply.status}: ${detail ?? noCairn}` : unreached
      const isTurnedDown = granted === false && body['action'] === 'shown'
      const note = status === 'sent' ? (isTurnedDown ? `${notGranted}: ${reason}` : reason) : said
      if (path === '/v1/messages') {
        readStored()
        for (const { messageId } of body['batch'] as Message[]) {
          const rejection = rejected.find((other) => other.messageId === messageId)
          settle(messageId, rejection ? 'refused' : status, rejection?.detail ?? note)
        }
      } else if (path === '/v1/state') {
        const before = refusal
        refusal = Array.isArray((reply.body as Partial<State> | null)?.programs) ? '' : `${path} answered ${said}`
        // It is asked again and again.
        if (refusal && refusal !== before) problem(refusal)
      } else {
        const { writeKey: _, userHash: __, ...data } = body
        const request = { ...nameRequest(path, data), data }
        const again = entries.find((entry) => entry.status === 'waits' && isSame(entry, request))
        if (again) settle(again.id, status, note)
        else write({ ...request, id: `request ${++requests}`, at: now(), status, note, warning: '' })
      }
      onChange()
    },
    problem,
  }
}

/** What is said where no answer came, and where one is nobody's who knows Cairn. */
const [unreached, noCairn] = ['nothing: the server was not reached', 'no answer of Cairn']

const isSame = (one: Entry, other: Pick<Entry, 'type' | 'name' | 'data'>) =>
  one.type === other.type && one.name === other.name && JSON.stringify(one.data) === JSON.stringify(other.data)

/** What an answer may have: of messages, of claims, of problems. */
interface Answer {
  detail?: string
  reason?: string
  granted?: boolean
  rejected?: { messageId: string; detail: string }[]
}

/** The types of messages, each with what it carries. */
const contents = { track: 'properties', page: 'properties', identify: 'traits', group: 'traits' } as const

const entryOf = (message: Message): Entry => ({
  id: message.messageId,
  at: Date.parse(message.timestamp),
  type: message.type,
  name: message.event ?? message.name ?? message.groupId ?? message.userId ?? '',
  data: message[contents[message.type]] ?? {},
  status: 'waits',
  note: '',
  warning: besidePlan(message, trackingPlan()),
})
