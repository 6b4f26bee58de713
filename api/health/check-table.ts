import type { Measure, PointsRow } from '../../content/schema.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { rowFor } from './points.ts'
import { type Range, byPosition, parseRange } from './range.ts'

/** Something wrong in a points table; `row` is null where it is about the table as a whole. */
export interface TableProblem {
  row: number | null
  detail: string
  remedy: string
}

interface RangeRow {
  index: number
  text: string
  range: Range
}

/**
 * Checks that a table gives points to every value that its measure can have, and to each of them in one way only:
 * ranges without gaps, overlaps or rows that no value reaches, or every level once.
 */
export function checkTable(table: readonly PointsRow[], measure: Measure): TableProblem[] {
  const bounds = boundsOf(measure)
  const problems = bounds ? checkRanges(table, bounds) : checkLevels(table, levelsOf(measure))
  if (problems.length > 0 || new Set(table.map((row) => row.points)).size > 1) return problems
  const detail = 'Every row earns the same, so that the measure says nothing.'
  return [{ row: null, detail, remedy: 'Give at least two rows different points, or take the measure off the card.' }]
}

function levelsOf(measure: Measure): readonly (string | boolean)[] {
  return measure.type === 'boolean' ? [true, false] : (measure.levels ?? [])
}

function checkLevels(table: readonly PointsRow[], levels: readonly (string | boolean)[]): TableProblem[] {
  const remedy = `Use each of its levels once: ${levels.join(', ')}.`
  const wrong = table.flatMap((row, index): TableProblem[] => {
    if (!('level' in row)) return [{ row: index, detail: 'This measure has levels, and no ranges.', remedy }]
    if (!levels.includes(row.level)) return [{ row: index, detail: `The measure has no level "${row.level}".`, remedy }]
    return rowFor(table, row.level) === row
      ? []
      : [{ row: index, detail: `The level "${row.level}" has two rows.`, remedy }]
  })
  const missing = levels.filter((level) => rowFor(table, level) === undefined)
  return [...wrong, ...missing.map((level) => ({ row: null, detail: `No row takes the level "${level}".`, remedy }))]
}

function checkRanges(table: readonly PointsRow[], bounds: Bounds): TableProblem[] {
  const rows: RangeRow[] = []
  const unreadable: TableProblem[] = []
  for (const [index, row] of table.entries()) {
    const range = 'range' in row ? parseRange(row.range) : null
    if (range && 'range' in row) rows.push({ index, text: String(row.range), range })
    else
      unreadable.push({
        row: index,
        detail: 'range' in row ? `"${row.range}" is no range.` : 'This measure has numbers, and no levels.',
        remedy: "Write '<5', '5-10', '>0-0.25', '>20', '2+' or '0', in quotes and the smaller number first.",
      })
  }
  // Gaps are of no interest before every row can be read.
  if (unreadable.length > 0) return unreadable
  const sorted = rows.toSorted((one, other) => byPosition(one.range, other.range))
  return [...misplaced(sorted, table, bounds), ...gaps(sorted, bounds)]
}

/** Rows that overlap the one before them in more than an endpoint, or that no value of the measure reaches. */
function misplaced(sorted: readonly RangeRow[], table: readonly PointsRow[], bounds: Bounds): TableProblem[] {
  return sorted.flatMap(({ index, text, range }, place): TableProblem[] => {
    const before = sorted[place - 1]
    if (before && range.from < before.range.to)
      return [
        {
          row: index,
          detail: `"${text}" overlaps "${before.text}".`,
          remedy: 'Let it begin where the other one ends.',
        },
      ]
    const from = edgeBelow(range, bounds)
    const to = edgeAbove(range, bounds)
    const isOutside = isBefore(to, { value: bounds.min, after: false }, true) || isBefore(topOf(bounds), from, true)
    const isTaken = range.from === range.to && rowFor(table, range.from) !== table[index]
    if (!isOutside && !isTaken && isBefore(from, to)) return []
    return [
      {
        row: index,
        detail: `No value reaches "${text}".`,
        remedy: isTaken
          ? 'Another row takes this value: leave one.'
          : 'Leave it out, or correct the range of the measure.',
      },
    ]
  })
}

function gaps(sorted: readonly RangeRow[], bounds: Bounds): TableProblem[] {
  const problems: TableProblem[] = []
  const end = topOf(bounds)
  let reached: Edge = { value: bounds.min, after: bounds.min === -Infinity }
  const until = (edge: Edge) => {
    if (isBefore(reached, edge)) problems.push(gapBetween(reached, edge, bounds))
  }
  for (const { range } of sorted) {
    const from = edgeBelow(range, bounds)
    if (isBefore(from, end)) until(from)
    const to = edgeAbove(range, bounds)
    if (isBefore(reached, to)) reached = to
  }
  until(end)
  return problems
}

/** A place between two values: just before one, or just after it. */
interface Edge {
  value: number
  after: boolean
}

function isBefore(one: Edge, other: Edge, orEqual = false): boolean {
  if (one.value !== other.value) return one.value < other.value
  return one.after === other.after ? orEqual : other.after
}

function topOf({ max, whole }: Bounds): Edge {
  return whole ? { value: Math.floor(max) + 1, after: false } : { value: max, after: max !== Infinity }
}

/** Where a range begins; of whole numbers just before the first of them. */
function edgeBelow({ from, fromIncluded }: Range, { whole }: Bounds): Edge {
  if (!whole) return { value: from, after: !fromIncluded }
  return { value: fromIncluded ? Math.ceil(from) : Math.floor(from) + 1, after: false }
}

/** Where a range ends; of whole numbers just before the first that is not in it. */
function edgeAbove({ to, toIncluded }: Range, { whole }: Bounds): Edge {
  if (!whole) return { value: to, after: toIncluded }
  return { value: toIncluded ? Math.floor(to) + 1 : Math.ceil(to), after: false }
}

function gapBetween(from: Edge, to: Edge, { whole }: Bounds): TableProblem {
  const last = whole ? to.value - 1 : to.value
  const values =
    from.value === last
      ? `the value ${last}`
      : last === Infinity
        ? `values ${whole ? 'from' : 'above'} ${from.value}`
        : from.value === -Infinity
          ? `values below ${last}`
          : `values from ${from.value} to ${last}`
  return {
    row: null,
    detail: `No row takes ${values}.`,
    remedy: 'Add a row for them, or let the ranges beside them meet.',
  }
}
