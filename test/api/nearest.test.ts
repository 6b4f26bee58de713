import { expect, test } from 'vitest'
import { nearest } from '../../api/definitions/nearest.ts'

const events = ['student_created', 'students_imported', 'team_invited', 'invoice_sent', 'signed_in']

test.each([
  ['student_importd', 'students_imported'],
  ['students_import', 'students_imported'],
  ['team_invitd', 'team_invited'],
  ['singed_in', 'signed_in'],
  ['Invoice_Sent', 'invoice_sent'],
])('"%s" is taken for "%s"', (typed, meant) => {
  expect(nearest(typed, events)).toBe(meant)
})

test('letters that were swapped count once, so that short words are recognised', () => {
  expect(nearest('nsp', ['csat', 'nps', 'ces'])).toBe('nps')
})

test.each(['vehicle_added', 'sent', 'x', ''])('"%s" is like none of them', (typed) => {
  expect(nearest(typed, events)).toBeUndefined()
})
