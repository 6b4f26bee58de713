import type { Random } from './create-random.ts'
import type { School } from './schools.ts'

/** Somebody who works with Roadbook in a school. */
export interface Person {
  id: string
  name: string
  email: string
  role: 'owner' | 'instructor' | 'office'
  locale: 'en' | 'fr'
}

// prettier-ignore
const firstNames = [
  'Anna', 'Beat', 'Chiara', 'Daniel', 'Elena', 'Fabian', 'Giulia', 'Hanna', 'Ivo', 'Jana', 'Kevin', 'Laura', 'Marco',
  'Nina', 'Olivier', 'Petra', 'Quentin', 'Reto', 'Sandra', 'Thomas', 'Urs', 'Valérie', 'Walter', 'Yannick', 'Zoé',
] as const

// prettier-ignore
const lastNames = [
  'Aebi', 'Bachmann', 'Bianchi', 'Chevalley', 'Dubois', 'Egli', 'Favre', 'Gerber', 'Huber', 'Imhof', 'Jaquet', 'Küng',
  'Lüthi', 'Meier', 'Monnier', 'Nussbaumer', 'Oberli', 'Pasche', 'Rossi', 'Schmid', 'Steiner', 'Tanner', 'Vogel', 'Wyss',
] as const

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')

/** The people of a school: its owner first, then somebody in the office where there are enough, then instructors. */
export function staffOf(school: School, random: Random): Person[] {
  const taken = new Set<string>()
  return Array.from({ length: school.people }, (_, place) => {
    let first: string
    let last: string
    do {
      first = random.pick(firstNames)
      last = random.pick(lastNames)
    } while (taken.has(`${first} ${last}`))
    taken.add(`${first} ${last}`)
    const speaksFrench = school.name.startsWith('Auto-école')
    return {
      id: `${school.id}-${place + 1}`,
      name: `${first} ${last}`,
      email: `${plain(first)}.${plain(last)}@${school.id}.example`,
      role: place === 0 ? 'owner' : place === 1 && school.people > 3 ? 'office' : 'instructor',
      locale: speaksFrench ? 'fr' : 'en',
    }
  })
}
