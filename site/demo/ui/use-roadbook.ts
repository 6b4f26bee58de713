import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Demo } from '../data/demo.ts'
import type { Person, School } from '../data/school.ts'

/** A sentence about what was just done, and where to go on. */
export interface Notice {
  text: string
  link?: { href: string; text: string }
}

/** What every view of a signed-in person works with. */
export interface Roadbook {
  demo: Demo
  school: School
  person: Person
  /** The calendar day it is. */
  today: string
  change: Demo['change']
  notify(notice: Notice): void
}

export const RoadbookContext = createContext<Roadbook | null>(null)

/** Roadbook as the signed-in person has it. */
export function useRoadbook(): Roadbook {
  const roadbook = useContext(RoadbookContext)
  if (!roadbook) throw new Error('This view is for people who are signed in: render it inside App.')
  return roadbook
}
