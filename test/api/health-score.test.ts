import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadDefinitions } from '../../api/definitions/load.ts'
import { bandOf, scoreHealth } from '../../api/health/score.ts'
import { attainableOf } from '../../api/health/points.ts'
import type { MeasureValue } from '../../api/contract/health.ts'
import type { MeasureCatalogue, Scorecard } from '../../content/schema.ts'

const definitions = loadDefinitions({ root: join(import.meta.dirname, '../..') })
const catalogue = definitions.measures
const found = definitions.scorecards.find((card) => card.id === 'vectra')
if (!found) throw new Error('The vectra card is shipped.')
const vectra: Scorecard = found

const best = {
  logins_monthly: 21,
  features_used: 9,
  campaigns_active: 4,
  leads_vs_quota: 1.2,
  meetings_booked: 6,
  mom_growth: 0.3,
  emails_opened: 0.6,
  calls_attended: 2,
  ticket_state: 'none',
  nps: 10,
  payment_status: 'current',
  plan_fit: 'right_sized',
  contract_days_remaining: 200,
} satisfies Record<string, MeasureValue>
const worst = {
  logins_monthly: 0,
  features_used: 0,
  campaigns_active: 0,
  leads_vs_quota: 0,
  meetings_booked: 0,
  mom_growth: -1,
  emails_opened: 0,
  calls_attended: 0,
  ticket_state: 'pending',
  nps: 0,
  payment_status: 'failed',
  plan_fit: 'underusing',
  contract_days_remaining: 0,
} satisfies Record<string, MeasureValue>
type Values = Readonly<Record<string, MeasureValue>>

const score = (measures: Values, scorecard: Scorecard = vectra) => scoreHealth({ scorecard, catalogue, measures })
const component = (measures: Values, name: string) =>
  score(measures).components.find((candidate) => candidate.name === name)
const pointsOf = (measure: string, value: MeasureValue) =>
  score({ [measure]: value })
    .components.flatMap((candidate) => candidate.measures)
    .find((candidate) => candidate.name === measure)?.score
const without = (values: Values, ...names: string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

describe('the vectra card', () => {
  test.each<[string, MeasureValue, number]>([
    ['logins_monthly', 4, 0],
    ['logins_monthly', 5, 5],
    ['logins_monthly', 10, 8],
    ['logins_monthly', 20, 8],
    ['logins_monthly', 21, 10],
    ['features_used', 2, 0],
    ['features_used', 3, 5],
    ['features_used', 5, 8],
    ['features_used', 8, 8],
    ['features_used', 9, 10],
    ['campaigns_active', 0, 0],
    ['campaigns_active', 1, 5],
    ['campaigns_active', 3, 8],
    ['campaigns_active', 4, 10],
    ['leads_vs_quota', 0.49, 0],
    ['leads_vs_quota', 0.5, 5],
    ['leads_vs_quota', 0.8, 8],
    ['leads_vs_quota', 1, 8],
    ['leads_vs_quota', 1.01, 10],
    ['meetings_booked', 0, 0],
    ['meetings_booked', 2, 5],
    ['meetings_booked', 5, 8],
    ['meetings_booked', 6, 10],
    ['mom_growth', -0.01, 0],
    ['mom_growth', 0, 5],
    ['mom_growth', 0.1, 8],
    ['mom_growth', 0.25, 8],
    ['mom_growth', 0.26, 10],
    ['emails_opened', 0, 0],
    ['emails_opened', 0.01, 2],
    ['emails_opened', 0.25, 3],
    ['emails_opened', 0.5, 3],
    ['emails_opened', 0.51, 5],
    ['calls_attended', 1, 3],
    ['calls_attended', 2, 5],
    ['ticket_state', 'pending', -2],
    ['ticket_state', 'resolved', 3],
    ['ticket_state', 'none', 5],
    ['nps', 6.9, -5],
    ['nps', 7, 0],
    ['nps', 9, 5],
    ['payment_status', 'failed', -5],
    ['payment_status', 'past_due', 0],
    ['payment_status', 'current', 10],
    ['plan_fit', 'underusing', 3],
    ['plan_fit', 'right_sized', 5],
    ['plan_fit', 'hitting_limits', 4],
    ['contract_days_remaining', 29, 1],
    ['contract_days_remaining', 30, 3],
    ['contract_days_remaining', 90, 3],
    ['contract_days_remaining', 91, 5],
  ])('gives %s of %s %d points', (measure, value, points) => {
    expect(pointsOf(measure, value)).toBe(points)
  })

  test('goes from 0 to 100, and is clamped only at the end', () => {
    expect(score(best)).toMatchObject({ score: 100, band: 'Champion', coverage: 1, riskFactors: [], opportunities: [] })
    const lowest = score(worst)
    expect(lowest).toMatchObject({ score: 0, band: 'Churn Imminent', coverage: 1 })
    expect(lowest.components.map((part) => [part.score, part.min, part.max])).toEqual([
      [0, 0, 30],
      [0, 0, 30],
      [-7, -7, 20],
      [-1, -1, 20],
    ])
  })

  test('takes a negative component from the others before it clamps', () => {
    const engaged = ['emails_opened', 'calls_attended', 'ticket_state', 'nps'] as const
    const lost = Object.fromEntries(engaged.map((name) => [name, worst[name]]))
    expect(score({ ...best, ...lost })).toMatchObject({ score: 73, band: 'Healthy' })
  })

  test.each([
    [100, 'Champion'],
    [80, 'Champion'],
    [79, 'Healthy'],
    [60, 'Healthy'],
    [59, 'At Risk'],
    [40, 'At Risk'],
    [39, 'Critical'],
    [20, 'Critical'],
    [19, 'Churn Imminent'],
    [0, 'Churn Imminent'],
  ])('names %i %s', (value, band) => {
    expect(bandOf(vectra.bands, value)).toBe(band)
    expect(bandOf(vectra.bands.toReversed(), value)).toBe(band)
  })
})

describe('a missing measure', () => {
  test('leaves a lone detractor the minimum of engagement, -7 and not -20', () => {
    expect(component({ nps: 3 }, 'engagement')).toMatchObject({ score: -7, min: -7, max: 20 })
  })

  test.each([
    ['a promoter the maximum', { nps: 10 }, 20],
    ['a passive the middle', { nps: 8 }, 6.5],
    ['two measures their position between their own bounds', { nps: 8, ticket_state: 'resolved' }, 20 - (27 * 7) / 17],
  ])('gives %s of engagement', (_, measures, expected) => {
    expect(component(measures, 'engagement')?.score).toBeCloseTo(expected, 9)
  })

  test('is not zero: what is best so far stays best, what is worst stays worst', () => {
    for (const name of Object.keys(best)) {
      expect(score(without(best, name)).score, name).toBe(100)
      expect(score(without(worst, name)).score, name).toBe(0)
    }
  })

  test('is the same whether it is null or absent', () => {
    expect(score({ ...best, nps: null, ticket_state: null })).toEqual(score(without(best, 'nps', 'ticket_state')))
  })

  test('is shown as missing, next to those that are known', () => {
    expect(component({ logins_monthly: 20 }, 'usage')?.measures).toMatchObject([
      { name: 'logins_monthly', value: 20, score: 8, max: 10, status: 'known' },
      { name: 'features_used', value: null, score: null, max: 10, status: 'missing' },
      { name: 'campaigns_active', value: null, score: null, max: 10, status: 'missing' },
    ])
  })

  test('leaves a component of which nothing is known out of the total', () => {
    const half = without(best, 'emails_opened', 'calls_attended', 'ticket_state', 'nps')
    const middle = { ...half, payment_status: 'past_due', plan_fit: 'underusing', contract_days_remaining: 0 }
    // 60 + (0 + 3 + 1) = 64 points between -1 and 80, on a card that lies between -8 and 100.
    expect(score(middle).components.map((part) => part.score)).toEqual([30, 30, null, 4])
    expect(score(middle)).toMatchObject({ score: Math.round(-8 + (65 * 108) / 81), coverage: 0.8 })
  })

  test('takes its most points from the coverage', () => {
    expect(score({ payment_status: 'failed' }).coverage).toBe(0.1)
    expect(score({ nps: 3 }).coverage).toBe(0.05)
    expect(score({}).coverage).toBe(0)
  })

  test.each([
    [['usage', 'engagement'], 0.5, 100],
    [['usage', 'financial'], 0.5, 100],
    [['engagement', 'financial'], 0.4, null],
  ])('leaves %j with a coverage of %d', (names, coverage, expected) => {
    const known = Object.fromEntries(
      names
        .flatMap((name) => Object.keys(vectra.components[name]?.measures ?? {}))
        .map((name) => [name, best[name as keyof typeof best]]),
    )
    const result = score(known)
    expect(result).toMatchObject({ coverage, score: expected, band: expected === null ? null : 'Champion' })
    expect(result.components.filter((part) => part.score !== null)).toHaveLength(2)
  })

  test('everywhere leaves no score, even where the card asks for no coverage', () => {
    expect(score({}, { ...vectra, minimumCoverage: 0 })).toMatchObject({ score: null, band: null, riskFactors: [] })
  })
})

describe('rounding', () => {
  const tenths: MeasureCatalogue = {
    a: { title: 'A', description: 'A.', type: 'boolean' },
    b: { title: 'B', description: 'B.', type: 'boolean' },
    c: { title: 'C', description: 'C.', type: 'boolean' },
  }
  const table = (points: number) => [
    { level: true, points },
    { level: false, points: 0 },
  ]
  const card = (a: number, b: number, c: number): Scorecard => ({
    ...vectra,
    components: { only: { title: 'Only', measures: { a: table(a), b: table(b), c: table(c) } } },
  })
  const rounded = (scorecard: Scorecard) =>
    scoreHealth({ scorecard, catalogue: tenths, measures: { a: true, b: true, c: false } }).score

  test('is half up, in spite of binary fractions', () => {
    expect(rounded(card(40, 0.5, 59.5))).toBe(41)
    expect(rounded(card(40, 0.49, 59.5))).toBe(40)
    expect(1.4 + 2.8 + 3.3).toBeLessThan(7.5)
    expect(
      scoreHealth({ scorecard: card(1.4, 2.8, 3.3), catalogue: tenths, measures: { a: true, b: true, c: true } }).score,
    ).toBe(8)
  })

  test('happens once: the band is that of the rounded score', () => {
    const result = scoreHealth({
      scorecard: card(79, 0.5, 20.5),
      catalogue: tenths,
      measures: { a: true, b: true, c: false },
    })
    expect(result).toMatchObject({ score: 80, band: 'Champion' })
  })
})

describe('the explanation', () => {
  const account = { ...best, payment_status: 'failed', ticket_state: 'pending', mom_growth: -0.125, logins_monthly: 20 }

  test('says what pulls the score down, the most points first', () => {
    expect(score(account).riskFactors).toEqual([
      'Payments: failed (-5 of 10 points)',
      'Growth in lessons: -12.5 % (0 of 10 points)',
      'Support requests: pending (-2 of 5 points)',
    ])
  })

  test('says what would raise it, the most points first', () => {
    expect(score(account).opportunities).toEqual([
      'Payments: current would earn 15 points more',
      'Growth in lessons: more than 25 % would earn 10 points more',
      'Support requests: none would earn 7 points more',
      'Sign-ins: more than 20 would earn 2 points more',
    ])
  })

  test('says nothing about what is not known', () => {
    expect(score({ logins_monthly: 0 }).riskFactors).toEqual(['Sign-ins: 0 (0 of 10 points)'])
  })
})

describe('for every account', () => {
  const values: Record<string, fc.Arbitrary<MeasureValue>> = {}
  for (const [name, measure] of Object.entries(catalogue)) {
    const known: fc.Arbitrary<MeasureValue> = measure.levels
      ? fc.constantFrom(...measure.levels)
      : measure.type === 'count'
        ? fc.nat(30)
        : fc.double({ min: measure.min ?? 0, max: measure.max ?? 120, noNaN: true })
    values[name] = fc.option(known)
  }
  const anyMeasures = fc.record(values)

  test('the score lies between 0 and 100, and every component between its bounds', () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        const result = score(measures)
        if (result.score !== null) {
          expect(Number.isInteger(result.score)).toBe(true)
          expect(result.score).toBeGreaterThanOrEqual(0)
          expect(result.score).toBeLessThanOrEqual(100)
        }
        for (const part of result.components) {
          if (part.score === null) continue
          expect(part.score).toBeGreaterThanOrEqual(part.min - 1e-9)
          expect(part.score).toBeLessThanOrEqual(part.max + 1e-9)
        }
      }),
    )
  })

  test('the order of the measures makes no difference', () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        expect(score(Object.fromEntries(Object.entries(measures).toReversed()))).toEqual(score(measures))
      }),
    )
  })

  test('scoring again gives the same, and changes nothing that was given', () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        const given = structuredClone(measures)
        const first = score(measures)
        expect(score(measures)).toEqual(first)
        expect(measures).toEqual(given)
      }),
    )
  })

  test('a better value never lowers the score', () => {
    const tables = Object.values(vectra.components).flatMap((part) => Object.entries(part.measures))
    fc.assert(
      fc.property(anyMeasures, fc.constantFrom(...tables), (measures, [name, table]) => {
        if (measures[name] === null || measures[name] === undefined) return
        const better = score({ ...measures, [name]: best[name as keyof typeof best] })
        expect(better.score ?? 0).toBeGreaterThanOrEqual(score(measures).score ?? 0)
        expect(better.coverage).toBe(score(measures).coverage)
        expect(pointsOf(name, best[name as keyof typeof best])).toBe(attainableOf(table).max)
      }),
    )
  })
})
