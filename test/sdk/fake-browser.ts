import type { Environment } from '../../sdk/client/environment.ts'
import type { Runtime } from '../../sdk/client/runtime.ts'

/** What was sent: path and body. */
export interface Sent {
  path: string
  body: Record<string, unknown>
}

/** An answer of the fake server, by default with what Cairn would say; `offline` never comes. */
export type Answer = { status: number; body?: unknown; html?: string; retryAfter?: number } | 'offline'

/** A browser without a page: its clock stands until it is told to run, and tabs opened from it share its storage. */
export interface FakeBrowser {
  sent: Sent[]
  /** Which of them may outlive the page. */
  keptAlive: Sent[]
  /** Waits that are planned, in milliseconds from now. */
  planned(): number[]
  storage: Storage
  /** Decides what the server answers. */
  answer: (sent: Sent) => Answer
  /** Lets time pass and everything that becomes due happen. */
  run(milliseconds?: number): Promise<void>
  openTab(change?: Partial<Environment>): {
    environment: Environment
    runtime: Runtime
    happen: Happenings
  }
}

/** What can happen to a tab. */
type Happenings = Parameters<Runtime['listen']>[0] & {
  /** Another tab changed a key of the local storage. */
  shared: Parameters<Environment['onStored']>[0]
}

export const createFakeBrowser = (): FakeBrowser => {
  let time = Date.parse('2026-03-02T08:00:00.000Z')
  let chance = 0
  let timers: { at: number; work: () => void }[] = []
  let aliveBytes = 0
  let lock: Promise<void> = Promise.resolve()

  const browser: FakeBrowser = {
    sent: [],
    keptAlive: [],
    planned: () => timers.map(({ at }) => at - time),
    storage: createFakeStorage(),
    answer: () => ({ status: 200 }),
    run: async (milliseconds = 100) => {
      const end = time + milliseconds
      await settle()
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        time = Math.max(time, next.at)
        next.work()
        await settle()
      }
      time = end
    },
    openTab: (change) => {
      const hearing: Happenings['shared'][] = []
      let isVisible = true
      const happen = {
        shared: (key) => {
          for (const listener of hearing) listener(key)
        },
      } as Happenings
      return {
        happen,
        environment: {
          now: () => time,
          // Not chance, but never twice the same.
          random: () => (chance = (chance + 0.618034) % 1),
          later: (work, milliseconds) => {
            const timer = { at: time + milliseconds, work }
            timers.push(timer)
            return () => {
              timers = timers.filter((other) => other !== timer)
            }
          },
          localStorage: () => browser.storage,
          sessionStorage: createFakeStorage,
          privacyControl: () => false,
          language: () => 'en',
          page: () => ({ url: 'https://app.example.com/', path: '/', title: 'Roadbook' }),
          onStored: (listener) => hearing.push(listener),
          ...change,
        },
        runtime: {
          fetch: async (url, init) => {
            const text = String(init.body)
            const sent = { path: new URL(url).pathname, body: JSON.parse(text) as Record<string, unknown> }
            if (init.keepalive) {
              // A page has one quota for all that outlives it, and what is over it fails at once.
              aliveBytes += Buffer.byteLength(text)
              if (aliveBytes > 65_536) {
                aliveBytes -= Buffer.byteLength(text)
                throw new TypeError('Failed to fetch')
              }
              browser.keptAlive.push(sent)
            }
            browser.sent.push(sent)
            const answer = browser.answer(sent)
            await settle(2)
            if (init.keepalive) aliveBytes -= Buffer.byteLength(text)
            if (answer === 'offline') throw new TypeError('Failed to fetch')
            if (answer.html) return new Response(answer.html, { status: answer.status })
            return Response.json(answer.body ?? bodyOf(sent), {
              status: answer.status,
              headers: answer.retryAfter ? { 'retry-after': String(answer.retryAfter) } : {},
            })
          },
          alone: (_, work) => (lock = lock.then(work)),
          isVisible: () => isVisible,
          listen: (to) => {
            happen.hidden = () => {
              isVisible = false
              to.hidden()
            }
            happen.visible = () => {
              isVisible = true
              to.visible()
            }
          },
        },
      }
    },
  }
  return browser
}

/** What Cairn answers. */
const bodyOf = ({ path, body }: Sent) => {
  if (path === '/v1/messages') return { accepted: (body['batch'] as unknown[]).length, duplicates: 0, rejected: [] }
  if (path === '/v1/state') return { programs: [], surveys: [] }
  return path === '/v1/shown' ? { granted: true, reason: '' } : { submissionId: body['submissionId'] ?? '' }
}

/** Storage whose keys are its own properties, as those of the browser are. */
export const createFakeStorage = (): Storage => {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(storage, key) ? (storage[key] as string) : null),
    setItem: (key: string, value: string) => {
      storage[key] = value
    },
    removeItem: (key: string) => {
      Reflect.deleteProperty(storage, key)
    },
  }
  const storage = Object.create(methods) as Storage
  return storage
}

/** Lets promises go on. */
const settle = async (turns = 60) => {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve()
  if (turns > 10) await new Promise((resolve) => setImmediate(resolve))
}
