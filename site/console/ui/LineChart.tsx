import { useRef, useState } from 'preact/hooks'
import { formatNumber } from '../format/number.ts'
import { lineSegments, placesOf, yOf } from './line-segments.ts'
import type { ChartFrame, LinePoint, PlacedPoint } from './line-segments.ts'
import { useWidth } from './use-width.ts'

interface LineChartProps {
  /** What the chart shows, as a sentence for those who do not see it. */
  summary: string
  points: LinePoint[]
  min: number
  max: number
  /** Values at which a line is drawn across. */
  marks: number[]
}

const height = 176
const padding = { top: 12, right: 12, bottom: 24, left: 42 }

/** A small line chart. Pointing at it reads a point out; the same figures stand in a table next to it. */
export const LineChart = ({ summary, points, min, max, marks }: LineChartProps) => {
  const box = useRef<HTMLDivElement>(null)
  const frame: ChartFrame = { width: useWidth(box), height, padding, min, max }
  const [pointed, setPointed] = useState<number | null>(null)
  const point = pointed === null ? undefined : points[pointed]
  const places = placesOf(points, frame)

  const pointAt = (event: PointerEvent): void => {
    const left = box.current?.getBoundingClientRect().left ?? 0
    setPointed(nearest(event.clientX - left, places))
  }

  return (
    <div
      class="chart"
      ref={box}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => setPointed(null)}
    >
      {frame.width > 0 && (
        <svg width={frame.width} height={height} role="img" aria-label={summary}>
          {marks.map((mark) => (
            <Mark key={mark} mark={mark} frame={frame} />
          ))}
          {lineSegments(points, frame).map((segment) => (
            <Segment key={segment[0]?.index} segment={segment} dotted={[points.length - 1, pointed]} />
          ))}
          {pointed !== null && (
            <line
              class="chart-pointer"
              x1={places[pointed]}
              x2={places[pointed]}
              y1={padding.top}
              y2={height - padding.bottom}
            />
          )}
          <text class="chart-label" x={padding.left} y={height - 4}>
            {points.length > 1 ? points[0]?.label : ''}
          </text>
          <text class="chart-label" x={frame.width - padding.right} y={height - 4} text-anchor="end">
            {points.at(-1)?.label}
          </text>
        </svg>
      )}
      {point && (
        <p class="chart-readout" aria-hidden="true">
          {point.label}: <strong>{point.value === null ? 'not enough known' : formatNumber(point.value)}</strong>
        </p>
      )}
    </div>
  )
}

const Mark = ({ mark, frame }: { mark: number; frame: ChartFrame }) => {
  const y = yOf(mark, frame)
  return (
    <g>
      <line class="chart-mark" x1={padding.left} x2={frame.width - padding.right} y1={y} y2={y} />
      <text class="chart-label" x={padding.left - 8} y={y} dy="0.32em" text-anchor="end">
        {formatNumber(mark)}
      </text>
    </g>
  )
}

const Segment = ({ segment, dotted }: { segment: PlacedPoint[]; dotted: (number | null)[] }) => (
  <g>
    <polyline class="chart-line" points={segment.map(({ x, y }) => `${x},${y}`).join(' ')} />
    {segment
      .filter(({ index }) => segment.length === 1 || dotted.includes(index))
      .map(({ index, x, y }) => (
        <circle key={index} class="chart-dot" cx={x} cy={y} r={4} />
      ))}
  </g>
)

const nearest = (x: number, places: number[]): number | null => {
  let best: number | null = null
  places.forEach((place, index) => {
    if (best === null || Math.abs(place - x) < Math.abs((places[best] ?? Infinity) - x)) best = index
  })
  return best
}
