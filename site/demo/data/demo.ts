import type { JsonStore } from './json-store.ts'
import { sampleSchool } from './sample-school.ts'
import type { Person, School } from './school.ts'

/** Who is signed in, at which school. */
export interface Session {
  accountId: string
  userId: string
}

/** What a person sees: their school, or the way to sign in to it. */
export type DemoState = { signedIn: true; school: School; person: Person } | { signedIn: false; school: School | null }

interface DemoOptions {
  store: JsonStore
  today: string
  newId: (prefix: string) => string
}

/** Roadbook's data in this browser: one school a key, so that everybody at a school sees the same. */
export interface Demo {
  state(): DemoState
  signIn(session: Session): void
  signOut(): void
  /** Makes a school nobody has seen and signs its owner in. */
  startSchool(): void
  change(change: (school: School) => School): void
  /** Calls back after each change here; returns how to stop. */
  subscribe(listener: () => void): () => void
}

const sessionKey = 'session'
const lastSchoolKey = 'last-school'

/** Opens the sample data. */
export function openDemo({ store, today, newId }: DemoOptions): Demo {
  const listeners = new Set<() => void>()
  let current = load()

  function load(): DemoState {
    const session = store.read(sessionKey) as Session | null
    const school = readSchool(session?.accountId ?? (store.read(lastSchoolKey) as string | null))
    const person = school?.people.find(({ id }) => id === session?.userId)
    return school && person ? { signedIn: true, school, person } : { signedIn: false, school }
  }

  function readSchool(id: string | null): School | null {
    return id === null ? null : (store.read(`school:${id}`) as School | null)
  }

  function announce(): void {
    current = load()
    for (const listener of listeners) listener()
  }

  function signIn({ accountId, userId }: Session): void {
    const school = readSchool(accountId) ?? sampleSchool({ accountId, userId, today })
    store.write(`school:${accountId}`, withPerson(school, userId))
    store.write(lastSchoolKey, accountId)
    store.write(sessionKey, { accountId, userId })
    announce()
  }

  return {
    state: () => current,
    signIn,
    signOut() {
      store.remove(sessionKey)
      announce()
    },
    startSchool() {
      const accountId = newId('school')
      signIn({ accountId, userId: accountId.replace('school', 'mia') })
    },
    change(change) {
      if (!current.signedIn) return
      // Read again: another tab may have changed the school since this one drew it.
      const school = readSchool(current.school.id) ?? current.school
      store.write(`school:${school.id}`, change(school))
      announce()
    },
    subscribe(listener) {
      listeners.add(listener)
      const onStorage = () => announce()
      window.addEventListener('storage', onStorage)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('storage', onStorage)
      }
    },
  }
}

/** The school with somebody of this id, so that a link can bring in a person the sample does not know. */
function withPerson(school: School, userId: string): School {
  if (school.people.some(({ id }) => id === userId)) return school
  const guest: Person = {
    id: userId,
    name: 'Guest colleague',
    email: 'guest@linden.example',
    role: 'office',
    invited: false,
  }
  return { ...school, people: [...school.people, guest] }
}
