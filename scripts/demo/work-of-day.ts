import type { Random } from './create-random.ts'
import type { Deed } from './school-story.ts'
import type { Person } from './staff.ts'

interface Habit {
  event: string
  /** How often on an ordinary day, by role. */
  often: Record<Person['role'], number>
  properties: (random: Random) => Record<string, unknown>
}

const price = (random: Random): Record<string, unknown> => ({
  amount: random.pick([90, 95, 180, 190, 270, 450]),
  currency: 'CHF',
})

const habits: Habit[] = [
  {
    event: 'lesson_booked',
    often: { owner: 0.5, office: 1.4, instructor: 0.6 },
    properties: (random) => ({
      minutes: random.pick([45, 50, 90]),
      kind: random.pick(['driving', 'driving', 'driving', 'theory', 'vku']),
    }),
  },
  {
    event: 'student_created',
    often: { owner: 0.08, office: 0.3, instructor: 0.02 },
    properties: (random) => ({ category: random.pick(['B', 'B', 'B', 'A1', 'BE']) }),
  },
  {
    event: 'students_imported',
    often: { owner: 0.02, office: 0.05, instructor: 0 },
    properties: (random) => ({ count: random.whole(4, 40) }),
  },
  {
    event: 'availability_set',
    often: { owner: 0.02, office: 0.02, instructor: 0.08 },
    properties: (random) => ({ weeklyHours: random.whole(12, 42) }),
  },
  {
    event: 'progression_updated',
    often: { owner: 0.05, office: 0, instructor: 0.5 },
    properties: (random) => ({
      skill: random.pick(['Roundabouts', 'Parking', 'Motorway', 'Looking ahead']),
      level: random.pick(['introduced', 'practised', 'mastered']),
    }),
  },
  {
    event: 'invoice_sent',
    often: { owner: 0.3, office: 0.7, instructor: 0.02 },
    properties: (random) => ({ ...price(random), channel: random.pick(['email', 'email', 'email', 'paper']) }),
  },
  {
    event: 'payment_recorded',
    often: { owner: 0.15, office: 0.5, instructor: 0.02 },
    properties: (random) => ({ ...price(random), method: random.pick(['qr', 'qr', 'twint', 'cash', 'card']) }),
  },
  {
    event: 'vehicle_added',
    often: { owner: 0.03, office: 0.02, instructor: 0 },
    properties: (random) => ({ category: 'B', transmission: random.pick(['manual', 'automatic']) }),
  },
]

/** What somebody does on a day that begins at `start`. Nobody does anything without having signed in. */
export function workOfDay(
  person: Person,
  { start, pace, random }: { start: number; pace: number; random: Random },
): Deed[] {
  if (!random.chance(Math.min(0.95, pace * 0.5))) return []
  const arrival = start + random.between(6, 9) * 3_600_000
  const deeds = habits.flatMap(({ event, often, properties }) => {
    // Who is there does what would else be spread over the days that they are not.
    const mean = often[person.role] * Math.max(1, pace) * 2
    const count = Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0)
    return Array.from({ length: count }, () => ({
      at: Math.round(arrival + random.between(1, 480) * 60_000),
      person,
      event,
      properties: properties(random),
    }))
  })
  return [{ at: Math.round(arrival), person, event: 'signed_in', properties: { method: 'password' } }, ...deeds]
}
