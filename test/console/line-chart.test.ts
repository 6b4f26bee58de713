import { describe, expect, test } from 'vitest'
import { lineSegments, placesOf } from '../../site/console/ui/line-segments.ts'
import type { ChartFrame, LinePoint } from '../../site/console/ui/line-segments.ts'

const frame: ChartFrame = {
  width: 110,
  height: 110,
  padding: { top: 5, right: 5, bottom: 5, left: 5 },
  min: 0,
  max: 100,
}
const points = (values: [position: number, value: number | null][]): LinePoint[] =>
  values.map(([position, value]) => ({ label: '', position, value }))

describe('a line', () => {
  test('is broken where nothing is known', () => {
    const segments = lineSegments(
      points([
        [0, 10],
        [1, 20],
        [2, null],
        [3, 30],
        [4, null],
      ]),
      frame,
    )
    expect(segments.map((segment) => segment.map(({ index }) => index))).toEqual([[0, 1], [3]])
  })

  test('spans the frame from its lowest to its highest value', () => {
    expect(
      lineSegments(
        points([
          [0, 0],
          [1, 100],
        ]),
        frame,
      ),
    ).toEqual([
      [
        { index: 0, x: 5, y: 105 },
        { index: 1, x: 105, y: 5 },
      ],
    ])
  })

  test('takes a wider step over days that are missing', () => {
    expect(
      placesOf(
        points([
          [0, 1],
          [1, 1],
          [4, 1],
        ]),
        frame,
      ),
    ).toEqual([5, 30, 105])
  })

  test('of a single day lies at its end', () => {
    expect(placesOf(points([[20_000, 1]]), frame)).toEqual([105])
  })
})
