import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadDefinitions } from '../../api/definitions/load.ts'
import { deadlines, durationInWords, severityNames, tierOf } from '../../content/support-times.ts'

const { support } = loadDefinitions({ root: join(import.meta.dirname, '../..') })
const hour = 60 * 60 * 1000

// First response and resolution in hours, for P0 to P3.
test.each([
  ['starter', [0.5, 4, 24, 48], [4, 24, 72, 168]],
  ['pro', [0.5, 4, 24, 24], [4, 24, 72, 168]],
  ['enterprise', [0.5, 4, 4, 4], [4, 24, 72, 168]],
  [null, [0.5, 4, 24, 48], [4, 24, 72, 168]],
  ['a plan that nobody knows', [0.5, 4, 24, 48], [4, 24, 72, 168]],
])('on the plan %s requests are answered and solved in the published times', (plan, respond, resolve) => {
  const tier = tierOf(support, plan)
  const found = severityNames.map((severity) => deadlines(tier, severity, 0))
  expect(found.map(({ respondBy }) => respondBy / hour)).toEqual(respond)
  expect(found.map(({ resolveBy }) => resolveBy / hour)).toEqual(resolve)
})

test.each([
  ['30m', 'en', '30 minutes'],
  ['1h', 'en', '1 hour'],
  ['7d', 'fr', '7 jours'],
  ['48h', 'de', '48 Stunden'],
])('%s reads in %s as %s', (duration, locale, words) => {
  expect(durationInWords(duration, locale).replace(/\s/g, ' ')).toBe(words)
})
