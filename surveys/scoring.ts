/** From how many answers a figure is said without a caveat. */
export const sufficientResponses = 30

/** A difference is called significant below this probability. */
const significanceLevel = 0.05

/** The 97.5 % quantile of the normal distribution: two-sided 95 %. */
const z95 = 1.959963984540054

/** Bounds of a 95 % interval. */
export interface Interval {
  lower: number
  upper: number
}

/** How many people are in a group, and their share of all answers (null without an answer). */
export interface Group {
  count: number
  share: number | null
}

/** Results of a question from 0 to 10. */
export interface NpsScore {
  responses: number
  /** The published score, -100 to 100; null under 30 answers. */
  score: number | null
  /** The score whatever the number of answers; null without one. */
  rawScore: number | null
  /** Half the width of the interval in points, before it was cut to -100..100. */
  marginOfError: number | null
  interval: Interval | null
  /** True from 30 answers. */
  sufficient: boolean
  promoters: Group
  passives: Group
  detractors: Group
}

/** How a score differs from an earlier one; all null under 30 answers on either side. */
export interface NpsChange {
  /** Points, to one decimal. */
  difference: number | null
  /** Two-sided probability of a difference at least as large without a real one. */
  pValue: number | null
  significant: boolean | null
}

/** Results of a question from 1 to 5, where 5 is best. */
export interface RatingShare {
  responses: number
  /** Share of answers 4 and 5; null without an answer. */
  share: number | null
  interval: Interval | null
  mean: number | null
  /** True from 30 answers. */
  sufficient: boolean
}

/** How many people could have answered, where that is known: makes intervals of small populations narrower. */
export interface PopulationOption {
  population?: number | null | undefined
}

/**
 * Net Promoter Score: the share of promoters (9, 10) less that of detractors (0 to 6), in points (Reichheld, "The One
 * Number You Need to Grow", 2003), rounded half up, so that -12.5 is -12.
 *
 * The interval is adjusted Wald: three answers are added, three quarters of one to promoters and to detractors each
 * (Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician, 2016; Lewis and Sauro,
 * measuringu.com/nps-confidence-intervals). With p and d the adjusted shares,
 * `p - d ± z * sqrt((p + d - (p - d)²) / (n + 3))`. Its centre is therefore not quite the score.
 *
 * @throws RangeError where an answer is no whole number from 0 to 10.
 */
export function nps(scores: readonly number[], { population }: PopulationOption = {}): NpsScore {
  mustBeWithin(scores, 0, 10)
  const responses = scores.length
  const promoters = scores.filter((score) => score >= 9).length
  const detractors = scores.filter((score) => score <= 6).length
  const group = (count: number): Group => ({ count, share: responses === 0 ? null : count / responses })
  const rawScore = responses === 0 ? null : roundHalfUp((100 * (promoters - detractors)) / responses)
  const sufficient = responses >= sufficientResponses
  const { centre, standardError } = adjustedWald(scores)
  const marginOfError = 100 * z95 * standardError * populationCorrection(responses, population)
  return {
    responses,
    score: sufficient ? rawScore : null,
    rawScore,
    marginOfError: responses === 0 ? null : marginOfError,
    interval:
      responses === 0
        ? null
        : {
            lower: Math.max(-100, 100 * centre - marginOfError),
            upper: Math.min(100, 100 * centre + marginOfError),
          },
    sufficient,
    promoters: group(promoters),
    passives: group(responses - promoters - detractors),
    detractors: group(detractors),
  }
}

/**
 * Whether the score has changed: a two-sided z test of the adjusted samples (see {@link nps}) with unpooled variances,
 * `z = (s₁ - s₂) / sqrt(se₁² + se₂²)` (Lewis and Sauro, measuringu.com/nps-significance-test). The difference that is
 * shown is that of the exact scores, not of the adjusted or rounded ones.
 */
export function npsChange(current: readonly number[], previous: readonly number[]): NpsChange {
  mustBeWithin(current, 0, 10)
  mustBeWithin(previous, 0, 10)
  if (Math.min(current.length, previous.length) < sufficientResponses)
    return { difference: null, pValue: null, significant: null }
  const now = adjustedWald(current)
  const before = adjustedWald(previous)
  const z = (now.centre - before.centre) / Math.hypot(now.standardError, before.standardError)
  const pValue = erfc(Math.abs(z) / Math.SQRT2)
  // Over one denominator, so that a tie such as 0.05 is exact and rounds up.
  const tenths = 1000 * (net(current) * previous.length - net(previous) * current.length)
  const difference = roundHalfUp(tenths / (current.length * previous.length)) / 10
  return { difference, pValue, significant: pValue < significanceLevel }
}

/**
 * The 95 % interval of a share: Wilson's score interval (Wilson, "Probable Inference", JASA, 1927; Newcombe, Statistics
 * in Medicine, 1998, method 3), `(p + z²/2n ± z * sqrt(p(1 - p)/n + z²/4n²)) / (1 + z²/n)`, which stays within 0 and 1
 * and is honest for few answers. For a known population z is multiplied by the correction factor, which is the same as
 * correcting the variance. Null where there is nothing to have a share of.
 */
export function shareInterval(count: number, all: number, { population }: PopulationOption = {}): Interval | null {
  if (all === 0) return null
  const share = count / all
  const z = z95 * populationCorrection(all, population)
  const spread = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2))
  const centre = share + z ** 2 / (2 * all)
  const scale = 1 + z ** 2 / all
  return { lower: Math.max(0, (centre - spread) / scale), upper: Math.min(1, (centre + spread) / scale) }
}

/**
 * CSAT and CES: the share of answers 4 and 5 on a scale of 1 to 5 with its {@link shareInterval}, and the mean.
 *
 * @throws RangeError where an answer is no whole number from 1 to 5.
 */
export function ratingShare(ratings: readonly number[], options: PopulationOption = {}): RatingShare {
  mustBeWithin(ratings, 1, 5)
  const responses = ratings.length
  const sufficient = responses >= sufficientResponses
  if (responses === 0) return { responses, share: null, interval: null, mean: null, sufficient }
  const satisfied = ratings.filter((rating) => rating >= 4).length
  return {
    responses,
    share: satisfied / responses,
    interval: shareInterval(satisfied, responses, options),
    mean: ratings.reduce((sum, rating) => sum + rating, 0) / responses,
    sufficient,
  }
}

/** Promoters less detractors, in people. */
function net(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + (score >= 9 ? 1 : score <= 6 ? -1 : 0), 0)
}

function adjustedWald(scores: readonly number[]): { centre: number; standardError: number } {
  const size = scores.length + 3
  const promoters = (scores.filter((score) => score >= 9).length + 0.75) / size
  const detractors = (scores.filter((score) => score <= 6).length + 0.75) / size
  const centre = promoters - detractors
  return { centre, standardError: Math.sqrt((promoters + detractors - centre ** 2) / size) }
}

/**
 * `sqrt((N - n) / (N - 1))` (Cochran, Sampling Techniques, 1977, section 2.6). Where more people answered than the
 * population is said to have, its size is not known after all and nothing is corrected.
 */
function populationCorrection(responses: number, population: number | null | undefined): number {
  if (population === null || population === undefined || population < responses) return 1
  return population <= 1 ? 0 : Math.sqrt((population - responses) / (population - 1))
}

/** Never -0. */
function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5) + 0
}

/** Complementary error function: the series of erf for small arguments, the continued fraction for others. */
function erfc(x: number): number {
  if (x > 2.5) {
    let fraction = 0
    for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction)
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction)
  }
  let term = x
  let sum = x
  for (let k = 1; k < 60; k++) {
    term *= (2 * x * x) / (2 * k + 1)
    sum += term
  }
  return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

function mustBeWithin(values: readonly number[], lowest: number, highest: number): void {
  const wrong = values.find((value) => !Number.isInteger(value) || value < lowest || value > highest)
  if (wrong !== undefined)
    throw new RangeError(`An answer must be a whole number from ${lowest} to ${highest}: ${wrong}`)
}
