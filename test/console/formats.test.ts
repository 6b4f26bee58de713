import { describe, expect, test } from 'vitest'
import { formatDay, formatMonth } from '../../site/console/format/calendar.ts'
import { formatDetail } from '../../site/console/format/detail.ts'
import { exactTime } from '../../site/console/format/exact-time.ts'
import { humanize } from '../../site/console/format/humanize.ts'
import { formatMeasureValue } from '../../site/console/format/measure-value.ts'
import { formatMoney } from '../../site/console/format/money.ts'
import { formatCount, formatDifference, formatNumber } from '../../site/console/format/number.ts'
import { formatPercent } from '../../site/console/format/percent.ts'
import { relativeTime } from '../../site/console/format/relative-time.ts'

const now = new Date('2026-11-21T12:00:00Z')

describe('time', () => {
  test.each([
    ['2026-11-21T11:59:30Z', 'just now'],
    ['2026-11-21T11:59:00Z', '1 minute ago'],
    ['2026-11-21T11:00:01Z', '59 minutes ago'],
    ['2026-11-21T09:00:00Z', '3 hours ago'],
    ['2026-11-20T11:00:00Z', 'yesterday'],
    ['2026-11-09T12:00:00Z', '12 days ago'],
    ['2026-09-15T12:00:00Z', '2 months ago'],
    ['2024-11-01T12:00:00Z', '2 years ago'],
    ['2026-11-21T12:00:20Z', 'just now'],
    ['2026-11-23T12:00:00Z', 'in 2 days'],
  ])('%s is "%s"', (iso, words) => {
    expect(relativeTime(iso, now)).toBe(words)
  })

  test('a time that cannot be read is said to be unknown', () => {
    expect(relativeTime('soon', now)).toBe('at an unknown time')
    expect(exactTime('soon')).toBe('soon')
  })

  test('an exact time names its zone', () => {
    expect(exactTime('2026-11-21T12:03:00Z', 'Europe/Zurich')).toMatch(/^21 Nov 2026, 13:03 (CET|GMT\+1)$/)
  })

  test('a day stays the day that the server counted, in every time zone', () => {
    expect(formatDay('2026-11-21')).toBe('21 Nov 2026')
    expect(formatMonth('2026-01')).toBe('Jan 2026')
  })

  test('what is no day or month comes back as it is', () => {
    expect(formatDay('2026-13-45')).toBe('2026-13-45')
    expect(formatDay('21.11.2026')).toBe('21.11.2026')
    expect(formatMonth('2026-11-21')).toBe('2026-11-21')
  })
})

describe('amounts', () => {
  test.each([
    [1290, 'CHF 1,290'],
    [49.5, 'CHF 49.50'],
    [0, 'CHF 0'],
  ])('%d is "%s"', (amount, text) => {
    expect(formatMoney(amount, 'CHF').replace(/\s/g, ' ')).toBe(text)
  })
})

describe('shares', () => {
  test.each([
    [0, '0 %'],
    [0.001, '< 1 %'],
    [0.6, '60 %'],
    [0.585, '59 %'],
    [0.999, '> 99 %'],
    [1, '100 %'],
  ])('%d is "%s"', (share, text) => {
    expect(formatPercent(share)).toBe(text)
  })
})

describe('numbers', () => {
  test('have separators, two decimals at most and a true minus', () => {
    expect(formatNumber(12900.456)).toBe('12,900.46')
    expect(formatNumber(-3)).toBe('−3')
    expect(formatNumber(-0)).toBe('0')
  })

  test('of a difference always have their sign', () => {
    expect([4.2, -3, 0].map(formatDifference)).toEqual(['+4.2', '−3', '±0'])
  })

  test('agree with their noun', () => {
    expect(formatCount(1, 'answer')).toBe('1 answer')
    expect(formatCount(0, 'answer')).toBe('0 answers')
    expect(formatCount(2, 'person', 'people')).toBe('2 people')
  })
})

describe('words', () => {
  test('an identifier becomes words, a text stays as it is', () => {
    expect(humanize('invoice_sent')).toBe('Invoice sent')
    expect(humanize('self-serve')).toBe('Self serve')
    expect(humanize('At Risk')).toBe('At Risk')
    expect(humanize('___')).toBe('___')
  })

  test.each([
    ['WeeklyHours', 'Weekly hours'],
    ['HasLogo', 'Has logo'],
    ['paidInAdvance', 'Paid in advance'],
    ['hasIBAN', 'Has IBAN'],
    ['IBANIsSet', 'IBAN is set'],
    ['lesson2Booked', 'Lesson2 booked'],
    ['QR', 'QR'],
    ['Starter', 'Starter'],
  ])('%s, written in one word, is "%s"', (name, words) => {
    expect(humanize(name)).toBe(words)
  })

  test('a missing measure is not known rather than 0', () => {
    expect(formatMeasureValue({ type: 'count', value: null })).toBe('not known')
    expect(formatMeasureValue({ type: 'count', value: 0 })).toBe('0')
    expect(formatMeasureValue({ type: 'boolean', value: true })).toBe('yes')
    expect(formatMeasureValue({ type: 'level', value: 'right_sized' })).toBe('Right sized')
    expect(formatMeasureValue({ type: 'number', value: 1 / 3 })).toBe('0.33')
    expect(formatMeasureValue({ type: 'ratio', value: 0.222 })).toBe('22.2 %')
    expect(formatMeasureValue({ type: 'growth', value: -1 })).toBe('−100 %')
  })

  test('a detail of any kind fits on a line', () => {
    expect([null, false, 1290.5, 'CHF', { a: [1] }].map(formatDetail)).toEqual([
      '–',
      'no',
      '1,290.5',
      'CHF',
      '{"a":[1]}',
    ])
  })
})
