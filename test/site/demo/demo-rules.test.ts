import { describe, expect, test } from 'vitest'
import { sampleSchool } from '../../../site/demo/data/sample-school.ts'
import { findConflict, nextFreeTime } from '../../../site/demo/rules/conflicts.ts'
import { addDays, mondayOf, minutesOf, planningMonday, weekday } from '../../../site/demo/rules/dates.ts'
import { checkIban, printIban } from '../../../site/demo/rules/iban.ts'
import { lanes } from '../../../site/demo/rules/lanes.ts'
import { paymentReference } from '../../../site/demo/rules/payment-reference.ts'
import { readLink } from '../../../site/demo/data/read-link.ts'
import { readStudentList } from '../../../site/demo/rules/read-student-list.ts'

const today = '2025-11-24'
const school = sampleSchool({ accountId: 'school_x', userId: 'mia_x', today })
const plan = {
  studentId: 's1',
  instructorId: 'jonas_x',
  vehicleId: null,
  kind: 'driving' as const,
  date: '2025-11-24',
  start: 9 * 60,
  minutes: 50,
}

test.each([
  ['CH93 0076 2011 6238 5295 7', 'creditor', null],
  ['ch9300762011623852957', 'none', null],
  ['CH44 3199 9123 0008 8901 2', 'qr', null],
  ['CH94 0076 2011 6238 5295 7', 'creditor', /check digits/],
  ['CH93 0076 2011 6238 5295', 'creditor', /21 characters, this one has 20/],
  ['DE89 3704 0044 0532 0130 00', 'creditor', /CH or LI/],
  ['CH93 0076 2011 6238 5295 7', 'qr', /QR-IBAN/],
  ['CH44 3199 9123 0008 8901 2', 'creditor', /QR reference/],
  ['', 'none', /Enter/],
] as const)('an IBAN %s with reference %s', (iban, kind, problem) => {
  const found = checkIban(iban, kind)
  if (problem === null) expect(found).toBeNull()
  else expect(found).toMatch(problem)
})
test('prints an IBAN in groups of four', () =>
  expect(printIban('CH9300762011623852957')).toBe('CH93 0076 2011 6238 5295 7'))
test('a QR reference ends with its check digit', () =>
  expect(paymentReference('qr', '21000000000313947143000901')).toBe('21 00000 00003 13947 14300 09017'))
test('a creditor reference begins with its check digits', () =>
  expect(paymentReference('creditor', '539007547034')).toBe('RF18 5390 0754 7034'))
describe('conflicts', () => {
  test('a student, an instructor and a vehicle are booked once', () => {
    expect(findConflict(school, plan)).toBe('Lea Brunner already has a lesson from 09:00 to 09:50.')
    expect(findConflict(school, { ...plan, studentId: 's2', start: 9 * 60 + 49 })).toBe(
      'Jonas Frei already teaches Lea Brunner from 09:00 to 09:50.',
    )
    expect(findConflict(school, { ...plan, studentId: 's2', start: 9 * 60 + 50 })).toBeNull()
  })
  test('keeps to working hours', () => {
    expect(findConflict(school, { ...plan, instructorId: 'mia_x', date: '2025-11-26' })).toBe(
      'Mia Keller does not teach on Wednesdays.',
    )
    expect(findConflict(school, { ...plan, start: 17 * 60 + 30 })).toMatch(/teaches from 08:00 to 18:00/)
  })
  test('offers the next free time', () =>
    expect(nextFreeTime(school, plan)).toEqual({ date: '2025-11-24', start: 600 }))
})
test('dates', () => {
  expect(mondayOf('2025-11-30')).toBe('2025-11-24')
  expect(planningMonday('2025-11-30')).toBe('2025-12-01')
  expect(planningMonday('2025-11-29')).toBe('2025-12-01')
  expect(addDays('2025-10-25', 2)).toBe('2025-10-27')
  expect(weekday('2025-11-30')).toBe(7)
  expect(minutesOf('24:00')).toBeNull()
})
test('lanes', () =>
  expect(
    lanes([
      { ...plan, id: 'a' },
      { ...plan, id: 'b' },
      { ...plan, id: 'c', start: 600 },
    ]).map((x) => x.lane),
  ).toEqual([1, 2, 1]))
test('links', () => {
  expect(readLink('?account=school_a&user=jonas_a')).toEqual({ accountId: 'school_a', userId: 'jonas_a' })
  expect(readLink('?account=school_a')).toEqual({ accountId: 'school_a', userId: 'mia_a' })
  expect(readLink('?account=%3Cb%3E')).toBeNull()
  expect(readLink('')).toBeNull()
})
test('lists', () => {
  expect(readStudentList('A B, a@b.ch\n\nC;c@d.ch').students).toHaveLength(2)
  expect(readStudentList('A B').problem).toMatch(/Line 1/)
})
