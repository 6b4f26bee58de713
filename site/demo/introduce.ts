import { cairn } from './cairn.ts'
import type { Person, School } from './data/school.ts'

/** Tells Cairn who is here and which school they work for. Saying it again changes nothing. */
export function introduce(person: Person, school: School): void {
  cairn('identify', person.id, { name: person.name, email: person.email, role: person.role, locale: 'en' })
  describeSchool(school)
}

/** Tells Cairn what the school is like now. */
export function describeSchool(school: School): void {
  cairn('group', school.id, {
    name: school.name,
    segment: 'school',
    plan: school.plan,
    mrr: school.mrr,
    owner: 'Sofia Marti',
    payment_status: 'current',
    plan_fit: 'right_sized',
    contract_ends_at: school.contractEndsAt,
  })
}
