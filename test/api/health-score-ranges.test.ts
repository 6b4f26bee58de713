import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Measure, PointsRow } from '../../content/schema.ts'
import { checkTable } from '../../api/health/check-table.ts'
import { rowFor } from '../../api/health/points.ts'
import { contains, parseRange } from '../../api/health/range.ts'

const tableOf = (points: Record<string, number>): PointsRow[] =>
  Object.entries(points).map(([range, earned]) => ({ range, points: earned }))
const measure = (type: Measure['type'], more: Partial<Measure> = {}): Measure => ({
  title: 'A measure',
  description: 'What it is.',
  type,
  ...more,
})

describe('a range', () => {
  test.each<[string, number[], number[]]>([
    ['<5', [4.999, 0, -100], [5, 6]],
    ['<=5', [5, -100], [5.001]],
    ['>20', [20.001, 1e9], [20, 0]],
    ['>=20', [20, 1e9], [19.999]],
    ['2+', [2, 3, 1e9], [1.999]],
    ['5-10', [5, 7.5, 10], [4.999, 10.001]],
    ['>0-0.25', [0.001, 0.25], [0, 0.251]],
    ['0', [0, -0], [0.001, -0.001]],
    ['0.5', [0.5], [0.4, 5]],
    ['-1', [-1], [1, 0]],
    ['-1-0', [-1, -0.5, 0], [-1.001, 0.001]],
    ['-0.5--0.1', [-0.5, -0.1], [-0.51, 0]],
    ['>-0.5--0.1', [-0.49, -0.1], [-0.5]],
    ['<-5', [-6], [-5, 0]],
    [' 5-10 ', [5], [11]],
  ])('%s takes its values and no others', (text, inside, outside) => {
    const range = parseRange(text)
    if (!range) throw new Error(`${text} is a range.`)
    for (const value of inside) expect(contains(range, value), String(value)).toBe(true)
    for (const value of outside) expect(contains(range, value), String(value)).toBe(false)
  })

  test('may be a number in the file', () => {
    expect(parseRange(0)).toEqual(parseRange('0'))
  })

  test.each(['', 'many', '5-', '-', '10-5', '5-5', '5..10', '< ', '5%', '+2', '1-2-3', '>5+', '1e3'])(
    'is not written as "%s"',
    (text) => {
      expect(parseRange(text)).toBeNull()
    },
  )
})

describe('a points table', () => {
  const logins = tableOf({ '<5': 0, '5-10': 5, '10-20': 8, '>20': 10 })
  const opened = tableOf({ '0': 0, '>0-0.25': 2, '0.25-0.5': 3, '>0.5': 5 })
  const recommend = tableOf({ '<7': -5, '7-9': 0, '9+': 5 })

  test.each([
    [logins, 0, 0],
    [logins, 4, 0],
    [logins, 5, 5],
    [logins, 9, 5],
    [logins, 10, 8],
    [logins, 20, 8],
    [logins, 21, 10],
    [opened, 0, 0],
    [opened, 0.001, 2],
    [opened, 0.25, 3],
    [opened, 0.5, 3],
    [opened, 0.501, 5],
    [recommend, 6.99, -5],
    [recommend, 7, 0],
    [recommend, 8.99, 0],
    [recommend, 9, 5],
  ])('gives a shared endpoint to the upper range (row %#: %o)', (table, value, points) => {
    expect(rowFor(table, value)?.points).toBe(points)
    expect(rowFor(table.toReversed(), value)?.points).toBe(points)
  })

  test('finds the row of a level, of yes and of no', () => {
    const table: PointsRow[] = [
      { level: 'none', points: 5 },
      { level: true, points: 10 },
      { level: false, points: 0 },
    ]
    expect([rowFor(table, 'none')?.points, rowFor(table, true)?.points, rowFor(table, false)?.points]).toEqual([
      5, 10, 0,
    ])
    expect(rowFor(table, 'true')).toBeUndefined()
  })

  test.each<[string, Record<string, number>, Measure]>([
    ['whole numbers that need no meeting ranges', { '0': 0, '1-2': 5, '3-5': 8, '>5': 10 }, measure('count')],
    ['a share up to its top', { '0': 0, '>0-0.5': 2, '>0.5': 5 }, measure('ratio', { max: 1 })],
    ['growth from below zero', { '<0': 0, '0-0.1': 5, '>0.1': 10 }, measure('growth')],
    ['rows in any order', { '>5': 1, '<=5': 10 }, measure('count')],
    ['all numbers', { '<0': 1, '0+': 2 }, measure('number')],
  ])('is fine with %s', (_, points, of) => {
    expect(checkTable(tableOf(points), of)).toEqual([])
  })

  test.each<[string, [Record<string, number>, Measure], string]>([
    ['a gap', [{ '<5': 0, '6+': 5 }, measure('number')], 'No row takes values from 5 to 6.'],
    ['a single value left out', [{ '<5': 0, '>5': 5 }, measure('number')], 'No row takes the value 5.'],
    ['a whole number left out', [{ '0-2': 0, '4+': 5 }, measure('count')], 'No row takes the value 3.'],
    ['whole numbers left out', [{ '0-2': 0, '5+': 5 }, measure('count')], 'No row takes values from 3 to 4.'],
    ['nothing for the lowest', [{ '1-5': 0, '>5': 5 }, measure('count')], 'No row takes the value 0.'],
    [
      'nothing for the highest',
      [{ '0-5': 0, '5-9': 5 }, measure('number', { min: 0, max: 10 })],
      'No row takes values from 9 to 10.',
    ],
    ['no end', [{ '0-5': 0, '5-9': 5 }, measure('count')], 'No row takes values from 10.'],
    ['no beginning', [{ '0-5': 0, '>5': 5 }, measure('number')], 'No row takes values below 0.'],
    ['an overlap', [{ '<5': 0, '4-8': 2, '>8': 5 }, measure('count')], '"4-8" overlaps "<5".'],
    ['a row beyond the top', [{ '0-1': 0, '>1': 5 }, measure('ratio', { max: 1 })], 'No value reaches ">1".'],
    ['a row below the bottom', [{ '<0': 0, '0-5': 1, '>5': 5 }, measure('count')], 'No value reaches "<0".'],
    ['a value that two rows name', [{ '0': 0, '0-5': 1, '>5': 5 }, measure('count')], 'No value reaches "0".'],
    ['what is no range', [{ few: 0, '5+': 1 }, measure('count')], '"few" is no range.'],
    [
      'the same points everywhere',
      [{ '<5': 3, '5+': 3 }, measure('count')],
      'Every row earns the same, so that the measure says nothing.',
    ],
  ])('is refused with %s', (_, [points, of], detail) => {
    expect(checkTable(tableOf(points), of).map((problem) => problem.detail)).toEqual([detail])
  })

  test.each<[string, PointsRow[], string]>([
    ['a level missing', [{ level: 'failed', points: 0 }], 'No row takes the level "current".'],
    [
      'a level twice',
      [...['failed', 'current', 'failed'].map((level, points) => ({ level, points }))],
      'The level "failed" has two rows.',
    ],
    [
      'an unknown level',
      [...['failed', 'current', 'late'].map((level, points) => ({ level, points }))],
      'The measure has no level "late".',
    ],
    [
      'a range',
      [...['failed', 'current'].map((level, points) => ({ level, points })), { range: '1+', points: 3 }],
      'This measure has levels, and no ranges.',
    ],
  ])('of levels is refused with %s', (_, table, detail) => {
    const problems = checkTable(table, measure('level', { levels: ['failed', 'current'] }))
    expect(problems.map((problem) => problem.detail)).toEqual([detail])
  })

  test('of yes and no needs both', () => {
    const yes = { level: true, points: 10 }
    expect(checkTable([yes, { level: false, points: 0 }], measure('boolean'))).toEqual([])
    expect(checkTable([yes], measure('boolean'))).toMatchObject([{ detail: 'No row takes the level "false".' }])
  })

  test('that passes the check gives points to every value, one that has a gap does not', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(bounds, fc.nat(), fc.double({ min: 0, max: 40, noNaN: true }), (unsorted, seed, value) => {
        const ends = unsorted.toSorted((one, other) => one - other)
        const ranges = [`<${ends[0]}`, ...ends.slice(1).map((end, index) => `${ends[index]}-${end}`), `${ends.at(-1)}+`]
        const rows = ranges.map((range, points) => ({ range, points }))
        expect(checkTable(rows, measure('number', { min: 0 }))).toEqual([])
        expect(rowFor(rows, value)).toBeDefined()
        const without = rows.filter((_, index) => index !== seed % rows.length)
        expect(checkTable(without, measure('number', { min: 0 }))).not.toEqual([])
      }),
    )
  })
})
