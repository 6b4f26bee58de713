/** A query with the articles that answer it. */
export interface LabelledQuery {
  q: string
  expected: string[]
  kind?: string
}

/** How well an engine answers, each figure with the interval in which it lies at 95 %. */
export interface Judgement {
  first: Estimate
  firstThree: Estimate
  /** Mean of one over the rank, ten results deep. */
  reciprocal: Estimate
  empty: number
}

interface Estimate {
  value: number
  low: number
  high: number
}

const z = 1.96
const resamples = 2000

/** Judges what an engine found for each query. */
export function judgeRanks(queries: readonly LabelledQuery[], found: readonly (readonly string[])[]): Judgement {
  const ranks = queries.map(({ expected }, at) => 1 + (found[at] ?? []).findIndex((id) => expected.includes(id)))
  const within = (most: number) => ranks.filter((rank) => rank > 0 && rank <= most).length
  return {
    first: wilson(within(1), ranks.length),
    firstThree: wilson(within(3), ranks.length),
    reciprocal: bootstrap(ranks.map((rank) => (rank > 0 && rank <= 10 ? 1 / rank : 0))),
    empty: found.filter((ids) => ids.length === 0).length,
  }
}

function wilson(hits: number, all: number): Estimate {
  const value = hits / all
  const divisor = 1 + z ** 2 / all
  const centre = (value + z ** 2 / (2 * all)) / divisor
  const half = (z * Math.sqrt((value * (1 - value)) / all + z ** 2 / (4 * all ** 2))) / divisor
  return { value, low: centre - half, high: centre + half }
}

/** The interval of a mean, by drawing the queries again and again; the same draws each time. */
function bootstrap(values: readonly number[]): Estimate {
  let seed = 1
  const draw = () => {
    seed = (seed * 16807) % 2147483647
    return values[seed % values.length] ?? 0
  }
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  const means = Array.from({ length: resamples }, () => mean(values.map(draw))).sort((a, b) => a - b)
  const at = (share: number) => means[Math.floor(share * resamples)] ?? 0
  return { value: mean(values), low: at(0.025), high: at(0.975) }
}
