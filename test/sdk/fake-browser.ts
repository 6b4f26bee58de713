import type { Environment } from '../../sdk/client/environment.ts'
import type { Runtime } from '../../sdk/client/runtime.ts'

/** What was sent: path and body. */
export interface Sent {
  path: string
  body: Record<string, unknown>
}

/** An answer of the fake server; `offline` never comes. */
export type Answer = { status: number; body?: unknown; retryAfter?: number } | 'offline'

/** A browser without a page: its clock stands until it is told to run, and tabs opened from it share its storage. */
export interface FakeBrowser {
  sent: Sent[]
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
    happen: Parameters<Runtime['listen']>[0]
  }
}

export const createFakeBrowser = (): FakeBrowser => {
  let time = Date.parse('2026-03-02T08:00:00.000Z')
  let chance = 0
  let timers: { at: number; work: () => void }[] = []
  let lock: Promise<void> = Promise.resolve()

  const browser: FakeBrowser = {
    sent: [],
    planned: () => timers.map(({ at }) => at - time),
    storage: createFakeStorage(),
    answer: () => ({ status: 200, body: {} }),
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
      const happen = {} as Parameters<Runtime['listen']>[0]
      return {
        happen,
        environment: {
          now: () => time,
          // Not chance, but never twice the same.
          random: () => (chance = (chance + 0.618034) % 1),
          localStorage: () => browser.storage,
          sessionStorage: createFakeStorage,
          privacyControl: () => false,
          language: () => 'en',
          page: () => ({ url: 'https://app.example.com/', path: '/', title: 'Roadbook' }),
          ...change,
        },
        runtime: {
          fetch: async (url, init) => {
            const sent = { path: new URL(url).pathname, body: JSON.parse(String(init.body)) as Record<string, unknown> }
            browser.sent.push(sent)
            const answer = browser.answer(sent)
            await settle(2)
            if (answer === 'offline') throw new TypeError('Failed to fetch')
            return Response.json(answer.body ?? {}, {
              status: answer.status,
              headers: answer.retryAfter ? { 'retry-after': String(answer.retryAfter) } : {},
            })
          },
          later: (work, milliseconds) => {
            const timer = { at: time + milliseconds, work }
            timers.push(timer)
            return () => {
              timers = timers.filter((other) => other !== timer)
            }
          },
          alone: (_, work) => (lock = lock.then(work)),
          isVisible: () => true,
          listen: (to) => Object.assign(happen, to),
        },
      }
    },
  }
  return browser
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
