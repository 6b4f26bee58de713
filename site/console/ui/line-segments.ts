/** A point of a line chart. */
export interface LinePoint {
  label: string
  /** Where it lies in time, in any unit: a missing day leaves a wider step. */
  position: number
  /** Null where nothing is known. */
  value: number | null
}

/** Where the points of a chart lie: its size, its air and the values at its lower and upper edge. */
export interface ChartFrame {
  width: number
  height: number
  padding: { top: number; right: number; bottom: number; left: number }
  min: number
  max: number
}

/** A known point with its place in the chart. */
export interface PlacedPoint {
  index: number
  x: number
  y: number
}

/** Where a value lies from top to bottom. */
export const yOf = (value: number, { height, padding, min, max }: ChartFrame): number => {
  const inner = height - padding.top - padding.bottom
  return padding.top + inner * (1 - (value - min) / (max - min))
}

/** Where each point lies from left to right; a single one lies at the right end, where today is. */
export const placesOf = (points: LinePoint[], { width, padding }: ChartFrame): number[] => {
  const inner = width - padding.left - padding.right
  const first = points[0]?.position ?? 0
  const span = (points.at(-1)?.position ?? 0) - first
  return points.map(({ position }) => padding.left + (span === 0 ? inner : (inner * (position - first)) / span))
}

/** The known points in runs without a gap: no line is drawn over days of which nothing is known. */
export const lineSegments = (points: LinePoint[], frame: ChartFrame): PlacedPoint[][] => {
  const places = placesOf(points, frame)
  const segments: PlacedPoint[][] = []
  let broken = true
  points.forEach(({ value }, index) => {
    if (value !== null) {
      if (broken) segments.push([])
      segments.at(-1)?.push({ index, x: places[index] ?? 0, y: yOf(value, frame) })
    }
    broken = value === null
  })
  return segments
}
