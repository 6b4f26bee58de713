import { createRandom, type Random } from './create-random.ts'
import { lives, type Life, type Standing } from './lives.ts'
import { day, dayName, midnight, workOn } from './moments.ts'
import type { School } from './schools.ts'
import { staffOf, type Person } from './staff.ts'
import { workOfDay } from './work-of-day.ts'

/** A message of the Segment protocol, as a product would have sent it. */
export interface SampleMessage {
  type: 'identify' | 'group' | 'track'
  messageId: string
  userId: string
  timestamp: string
  groupId?: string
  event?: string
  properties?: Record<string, unknown>
  traits?: Record<string, unknown>
}

/** Something that somebody did, at a moment. */
export interface Deed {
  at: number
  person: Person
  event: string
  properties: Record<string, unknown>
}

/** Everything that happened with a school, in the order of time. */
export interface SchoolStory {
  school: School
  life: Life
  staff: Person[]
  deeds: Deed[]
  messages: SampleMessage[]
}

const setup: { event: string; properties: (school: School) => Record<string, unknown> }[] = [
  { event: 'school_profile_completed', properties: ({ canton }) => ({ canton, hasLogo: true }) },
  { event: 'team_invited', properties: ({ people }) => ({ role: 'instructor', invitations: people - 1 }) },
  { event: 'vehicle_added', properties: () => ({ category: 'B', transmission: 'manual' }) },
  { event: 'payment_details_saved', properties: () => ({ ibanType: 'qr-iban', currency: 'CHF' }) },
  { event: 'school_went_live', properties: () => ({}) },
]

const managers = ['Sofia Marti', 'Luca Bernasconi', 'Anna Widmer'] as const
const pricePerPerson = { starter: 19, pro: 29, enterprise: 39 }

/** Tells what happened with a school until now. The same seed tells the same. */
export function tellSchool(school: School, { seed, now }: { seed: string; now: number }): SchoolStory {
  const random = createRandom(`${seed}/${school.id}`)
  const life: Life = lives[school.life]
  const staff = staffOf(school, random)
  const [owner] = staff
  if (!owner) throw new Error(`${school.name} has nobody in it.`)

  const signedUp = midnight(now, random.whole(...life.signedUp)) + random.between(7, 10) * 3_600_000
  const deeds = [...setUp(owner, { school, life, signedUp, random })]
  const live = deeds.find(({ event }) => event === 'school_went_live')?.at
  for (let daysAgo = 121; daysAgo >= 0 && live !== undefined; daysAgo--) {
    const start = midnight(now, daysAgo)
    if (start <= live) continue
    const pace = life.pace(daysAgo) * workOn(start)
    for (const person of staff) deeds.push(...workOfDay(person, { start, pace, random }))
  }
  if (live !== undefined) deeds.push(...support(staff, { life, from: live, now, random }))
  const done = deeds.filter(({ at }) => at < now)

  const members = staff.filter((person) => person === owner || done.some((deed) => deed.person === person))
  const messages = [
    ...members.flatMap((person) => {
      const arrived = Math.min(...done.filter((deed) => deed.person === person).map(({ at }) => at)) - 1000
      return introduce(person, { school, at: person === owner ? signedUp : arrived })
    }),
    ...standings(owner, { school, life, signedUp, now, random }),
    ...done.map(({ at, person, event, properties }): Told => ({
      at,
      type: 'track',
      userId: person.id,
      event,
      properties,
    })),
  ]
  return { school, life, staff: members, deeds: done, messages: number(messages, school) }
}

type Told = { at: number } & Omit<SampleMessage, 'messageId' | 'timestamp'>

function number(told: Told[], school: School): SampleMessage[] {
  return told
    .sort((one, other) => one.at - other.at)
    .map(({ at, ...message }, place) => ({
      ...message,
      messageId: `sample-${school.id}-${place}`,
      timestamp: new Date(at).toISOString(),
    }))
}

function introduce({ id, ...traits }: Person, { school, at }: { school: School; at: number }): Told[] {
  return [
    { at, type: 'identify', userId: id, traits },
    { at: at + 1, type: 'group', userId: id, groupId: school.id, traits: {} },
  ]
}

function* setUp(
  owner: Person,
  { school, life, signedUp, random }: { school: School; life: Life; signedUp: number; random: Random },
): Generator<Deed> {
  let at = signedUp + 60_000
  yield { at, person: owner, event: 'signed_in', properties: { method: 'link' } }
  for (const { event, properties } of setup.slice(0, random.whole(...life.steps))) {
    at += random.chance(0.5) ? random.between(4, 25) * 60_000 : random.between(0.8, 2.2) * day
    yield { at, person: owner, event, properties: properties(school) }
  }
}

/** A `group` message whenever the school's standing has changed; what is counted is so every two weeks. */
function standings(
  owner: Person,
  {
    school,
    life,
    signedUp,
    now,
    random,
  }: { school: School; life: Life; signedUp: number; now: number; random: Random },
): Told[] {
  const lasting = {
    name: school.name,
    segment: 'school',
    plan: school.plan,
    mrr: school.people * pricePerPerson[school.plan],
    owner: random.pick(managers),
    contract_ends_at: dayName(now + random.whole(...life.contract) * day),
  }
  const told: Told[] = []
  let before: string | undefined
  let shift = 0
  for (let at = signedUp + 2; at < now; at += day) {
    const daysAgo = Math.floor((now - at) / day)
    const isCounted = Math.floor((at - signedUp) / day) % 14 === 0 && life.pace(daysAgo) > 0
    if (told.length === 0 || isCounted) shift = random.between(-0.1, 0.1)
    const standing = shifted(life.standing(daysAgo), shift)
    const written = JSON.stringify(standing)
    if (written === before) continue
    before = written
    told.push({ at, type: 'group', userId: owner.id, groupId: school.id, traits: { ...lasting, ...standing } })
  }
  return told
}

function shifted(standing: Standing, shift: number): Standing {
  const share = (value: number): number => Math.round(value * (1 + shift) * 100) / 100
  return {
    ...standing,
    leads_vs_quota: share(standing.leads_vs_quota),
    emails_opened: Math.min(1, share(standing.emails_opened)),
  }
}

const topics = ['Calendar link', 'Import of students', 'QR invoice', 'Sign-in', 'Change of plan'] as const

function* support(
  staff: Person[],
  { life, from, now, random }: { life: Life; from: number; now: number; random: Random },
): Generator<Deed> {
  const people = staff.slice(0, 2) as [Person, ...Person[]]
  const open = (at: number, place: number | 'open') => {
    const person = random.pick(people)
    const severity = random.pick(['P1', 'P2', 'P2', 'P3', 'P3', 'P3'])
    const requestId = `${person.id}-${place}`
    const topic = random.pick(topics)
    return { at, person, event: 'support_request_opened', properties: { requestId, severity, topic } }
  }
  const count = Math.round((life.requests * (now - from)) / (30 * day))
  for (let place = 0; place < count; place++) {
    const opened = open(random.between(from, now - 2 * day), place)
    if (life.pace((now - opened.at) / day) === 0) continue
    const { topic: _, ...properties } = opened.properties
    yield opened
    yield { ...opened, at: opened.at + random.between(1, 40) * 3_600_000, event: 'support_request_closed', properties }
  }
  if (life.openRequest) yield open(now - random.between(1, 6) * day, 'open')
}
