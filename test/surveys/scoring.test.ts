import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nps, npsChange, ratingShare } from '../../surveys/scoring.ts'

const of = (promoters: number, passives: number, detractors: number) => [
  ...Array<number>(promoters).fill(9),
  ...Array<number>(passives).fill(8),
  ...Array<number>(detractors).fill(6),
]
const ratings = (positive: number, others: number) => [
  ...Array<number>(positive).fill(4),
  ...Array<number>(others).fill(3),
]
const anyScores = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 200 })
const anyRatings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 200 })

describe('the Net Promoter Score', () => {
  test('counts 9 and 10 as promoters, 7 and 8 as passives, 0 to 6 as detractors', () => {
    const result = nps([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect([result.detractors.count, result.passives.count, result.promoters.count]).toEqual([7, 2, 2])
    expect(result.promoters.share).toBeCloseTo(2 / 11, 12)
  })

  test.each([
    ['half a point up', of(1, 7, 0), 13],
    ['half a point below zero up as well', of(0, 7, 1), -12],
    ['a third down', of(1, 2, 0), 33],
    ['two thirds below zero down', of(0, 1, 2), -67],
  ])('rounds %s', (_, scores, expected) => {
    expect(nps(scores).rawScore).toBe(expected)
  })

  test('is never -0', () => {
    expect(Object.is(nps(of(0, 400, 1)).rawScore, 0)).toBe(true)
    expect(Object.is(nps(of(5, 0, 5)).rawScore, 0)).toBe(true)
  })

  test.each([
    [29, null, false],
    [30, 100, true],
  ])('of %i answers is published as %s', (count, score, sufficient) => {
    expect(nps(of(count, 0, 0))).toMatchObject({ responses: count, score, rawScore: 100, sufficient })
  })

  test('of nobody is unknown, and not 0', () => {
    const nobody = { count: 0, share: null }
    expect(nps([])).toEqual({
      responses: 0,
      score: null,
      rawScore: null,
      marginOfError: null,
      interval: null,
      sufficient: false,
      promoters: nobody,
      passives: nobody,
      detractors: nobody,
    })
  })

  // Promoters, passives, detractors; margin and bounds were computed apart from this code.
  test.each<[number[], number, [number, number]]>([
    [of(19, 8, 9), 26.0825, [-0.4415, 51.7235]],
    [of(50, 30, 20), 15.0751, [14.0511, 44.2013]],
    [of(20, 10, 20), 23.823, [-23.823, 23.823]],
    [of(30, 0, 0), 12.2114, [78.6977, 100]],
    [of(0, 0, 30), 12.2114, [-100, -78.6977]],
    [of(1, 0, 0), 73.4986, [-48.4986, 98.4986]],
  ])('has an adjusted Wald interval (row %#)', (scores, marginOfError, [lower, upper]) => {
    const result = nps(scores)
    expect(result.marginOfError).toBeCloseTo(marginOfError, 3)
    expect(result.interval?.lower).toBeCloseTo(lower, 3)
    expect(result.interval?.upper).toBeCloseTo(upper, 3)
  })

  test.each([
    ['is narrower where half of all people answered', 200, 10.6864],
    ['has no width where everybody answered', 100, 0],
    ['is left alone where the population is unknown', null, 15.0751],
    ['is left alone where more people answered than there are said to be', 90, 15.0751],
  ])('has an interval that %s', (_, population, marginOfError) => {
    expect(nps(of(50, 30, 20), { population }).marginOfError).toBeCloseTo(marginOfError, 3)
  })

  test.each([11, -1, 7.5, Number.NaN])('refuses %d', (wrong) => {
    expect(() => nps([9, wrong])).toThrow('An answer must be a whole number from 0 to 10')
  })

  test('stays within its bounds, does not depend on the order, and its groups add up', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const result = nps(scores)
        expect(nps(scores.toReversed())).toEqual(result)
        expect(result.promoters.count + result.passives.count + result.detractors.count).toBe(scores.length)
        if (!result.interval || result.rawScore === null) return
        expect(result.interval.lower).toBeGreaterThanOrEqual(-100)
        expect(result.interval.upper).toBeLessThanOrEqual(100)
        expect(result.interval.lower).toBeLessThan(result.interval.upper)
        expect(Math.abs(result.rawScore)).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('never falls when one answer rises', () => {
    fc.assert(
      fc.property(anyScores, fc.integer({ min: 0, max: 9 }), (scores, score) => {
        const before = nps([...scores, score]).rawScore ?? 0
        expect(nps([...scores, score + 1]).rawScore).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('mirrors when promoters and detractors change places', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.nat(80), (promoters, passives, detractors) => {
        const one = nps(of(promoters, passives, detractors)).interval
        const other = nps(of(detractors, passives, promoters)).interval
        if (one && other) expect(one.lower).toBeCloseTo(-other.upper, 9)
      }),
    )
  })
})

describe('a change of the Net Promoter Score', () => {
  // Probabilities were computed apart from this code.
  test.each([
    {
      what: 'is not called one when chance explains it',
      current: of(50, 30, 20),
      previous: of(40, 30, 30),
      difference: 20,
      pValue: 0.08321586753,
      significant: false,
    },
    {
      what: 'is called one when chance does not',
      current: of(60, 30, 10),
      previous: of(35, 30, 35),
      difference: 50,
      pValue: 4.459363461e-6,
      significant: true,
    },
    {
      what: 'can be for the worse',
      current: of(35, 30, 35),
      previous: of(60, 30, 10),
      difference: -50,
      pValue: 4.459363461e-6,
      significant: true,
    },
    {
      what: 'is tested with sizes that differ',
      current: of(120, 50, 30),
      previous: of(90, 60, 50),
      difference: 25,
      pValue: 0.00140817212,
      significant: true,
    },
    {
      what: 'is none between equal samples',
      current: of(20, 10, 20),
      previous: of(20, 10, 20),
      difference: 0,
      pValue: 1,
      significant: false,
    },
    {
      what: 'is that of the exact scores, to one decimal',
      current: of(11, 10, 10),
      previous: of(10, 10, 10),
      difference: 3.2,
      pValue: 0.88187901614,
      significant: false,
    },
  ])('$what', ({ current, previous, difference, pValue, significant }) => {
    const change = npsChange(current, previous)
    expect(change).toMatchObject({ difference, significant })
    expect((change.pValue ?? 0) / pValue).toBeCloseTo(1, 7)
  })

  test('is as improbable as it is far in the tail of the distribution', () => {
    const { pValue } = npsChange(of(30, 0, 0), of(0, 0, 30))
    expect((pValue ?? 0) / 1.3293023779719772e-94).toBeCloseTo(1, 9)
  })

  test.each([
    [29, 300],
    [300, 29],
    [0, 0],
  ])('is unknown with %i and %i answers', (current, previous) => {
    expect(npsChange(of(current, 0, 0), of(0, 0, previous))).toEqual({
      difference: null,
      pValue: null,
      significant: null,
    })
  })

  test('turns its sign and keeps its probability when the periods change places', () => {
    const enough = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 30, maxLength: 60 })
    fc.assert(
      fc.property(enough, enough, (one, other) => {
        const there = npsChange(one, other)
        const back = npsChange(other, one)
        expect(back.pValue).toBeCloseTo(there.pValue ?? -1, 12)
        expect((back.difference ?? 0) + (there.difference ?? 0)).toBeCloseTo(0, 0)
        expect(there.pValue).toBeLessThanOrEqual(1)
        expect(there.pValue).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('the share of good ratings', () => {
  test('counts 4 and 5, with the mean beside it', () => {
    expect(ratingShare([1, 2, 3, 4, 5])).toMatchObject({ responses: 5, share: 0.4, mean: 3, sufficient: false })
  })

  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  test.each<[number, number, [number, number]]>([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('has the Wilson interval published for %i of %i', (positive, all, [lower, upper]) => {
    const { interval } = ratingShare(ratings(positive, all - positive))
    expect(interval?.lower).toBeCloseTo(lower, 4)
    expect(interval?.upper).toBeCloseTo(upper, 4)
  })

  test('is shown under 30 answers, and said to be insufficient', () => {
    expect(ratingShare(ratings(29, 0))).toMatchObject({ share: 1, sufficient: false })
    expect(ratingShare(ratings(30, 0))).toMatchObject({ share: 1, sufficient: true })
  })

  test('of nobody is unknown, and not 0', () => {
    expect(ratingShare([])).toEqual({ responses: 0, share: null, interval: null, mean: null, sufficient: false })
  })

  test('has an interval without width where everybody answered', () => {
    const { share, interval } = ratingShare(ratings(30, 10), { population: 40 })
    expect(interval).toEqual({ lower: share, upper: share })
    expect(ratingShare([4], { population: 1 }).interval).toEqual({ lower: 1, upper: 1 })
  })

  test('lies in its interval, which is narrower in a known population', () => {
    fc.assert(
      fc.property(anyRatings, fc.nat(300), (given, others) => {
        const { share, interval } = ratingShare(given)
        const { interval: corrected } = ratingShare(given, { population: given.length + others })
        if (share === null || !interval || !corrected) throw new Error('There are ratings.')
        expect(interval.lower).toBeLessThanOrEqual(share + 1e-12)
        expect(interval.upper).toBeGreaterThanOrEqual(share - 1e-12)
        expect(corrected.upper - corrected.lower).toBeLessThanOrEqual(interval.upper - interval.lower + 1e-12)
      }),
    )
  })

  test('refuses what is not on the scale', () => {
    expect(() => ratingShare([0])).toThrow('An answer must be a whole number from 1 to 5: 0')
  })
})
