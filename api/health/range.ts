/** The values that a row of a points table takes. */
export interface Range {
  from: number
  to: number
  fromIncluded: boolean
  toIncluded: boolean
}

const number = String.raw`-?\d+(?:\.\d+)?`
const forms = {
  below: new RegExp(`^<(=?)(${number})$`),
  above: new RegExp(`^>(=?)(${number})$`),
  atLeast: new RegExp(`^(${number})\\+$`),
  between: new RegExp(`^(>?)(${number})-(${number})$`),
  exactly: new RegExp(`^(${number})$`),
}

/**
 * Reads a range: `<5`, `<=5`, `5-10`, `>0-0.25` (without its lower bound), `-1--0.5`, `>20`, `>=20`, `2+` (2 or more)
 * or `0` (just that). Null where it is none of these, or ends before it begins.
 */
export function parseRange(text: string | number): Range | null {
  const written = String(text).trim()
  const [, upTo, highest] = forms.below.exec(written) ?? []
  if (highest !== undefined)
    return { from: -Infinity, to: Number(highest), fromIncluded: false, toIncluded: upTo === '=' }
  const [, orEqual, lowest] = forms.above.exec(written) ?? []
  if (lowest !== undefined) return upwards(Number(lowest), orEqual === '=')
  const [, least] = forms.atLeast.exec(written) ?? []
  if (least !== undefined) return upwards(Number(least), true)
  const [, value] = forms.exactly.exec(written) ?? []
  if (value !== undefined) return { from: Number(value), to: Number(value), fromIncluded: true, toIncluded: true }
  const [, without, from, to] = forms.between.exec(written) ?? []
  if (from === undefined || to === undefined || Number(from) >= Number(to)) return null
  return { from: Number(from), to: Number(to), fromIncluded: without === '', toIncluded: true }
}

/** Whether a value lies in a range. */
export function contains(range: Range, value: number): boolean {
  const aboveFrom = value > range.from || (range.fromIncluded && value === range.from)
  return aboveFrom && (value < range.to || (range.toIncluded && value === range.to))
}

/** Where two ranges share an endpoint the value belongs to the upper one: puts the upper one last. */
export function byPosition(one: Range, other: Range): number {
  return (
    compare(one.from, other.from) || Number(other.fromIncluded) - Number(one.fromIncluded) || compare(one.to, other.to)
  )
}

/** Of infinities as well, whose difference is not a number. */
function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function upwards(from: number, fromIncluded: boolean): Range {
  return { from, to: Infinity, fromIncluded, toIncluded: false }
}
