import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beside } from '../../sdk/ui/beside.ts'
import type { Side } from '../../sdk/ui/beside.ts'

const tip = { width: 340, height: 160 }
const window = { width: 1280, height: 800 }
const box = (left: number, top: number, size: [width: number, height: number] = [100, 40]) => ({
  left,
  top,
  right: left + size[0],
  bottom: top + size[1],
})

test.each<[Side | undefined, { x: number; y: number }]>([
  [undefined, { x: 480, y: 454 }],
  ['top', { x: 480, y: 226 }],
  ['left', { x: 246, y: 340 }],
  ['right', { x: 714, y: 340 }],
])('stands %s of its target, in the middle of that side', (wanted, place) => {
  expect(beside(box(600, 400), tip, { window, wanted })).toEqual(place)
})

test('turns to the other side where there is no room on the wanted one', () => {
  expect(beside(box(600, 20), tip, { window, wanted: 'top' }).y).toBe(74)
  expect(beside(box(1150, 400), tip, { window, wanted: 'right' }).x).toBe(796)
})

test('is always within the window, and beside the target where it fits on any side', () => {
  const number = (max: number) => fc.integer({ min: -200, max })
  const side = fc.constantFrom<Side | undefined>('top', 'bottom', 'left', 'right', undefined)
  fc.assert(
    fc.property(
      fc.tuple(number(1400), number(1000)),
      fc.tuple(fc.nat(900), fc.nat(700)),
      side,
      ([left, top], size, wanted) => {
        const target = box(left, top, size)
        const { x, y } = beside(target, tip, { window, wanted })
        expect([x >= 8, y >= 8]).toEqual([true, true])
        expect([x + tip.width <= window.width - 8, y + tip.height <= window.height - 8]).toEqual([true, true])
        const isInside = left >= 0 && top >= 0 && target.right <= window.width && target.bottom <= window.height
        const fits =
          Math.max(top, window.height - target.bottom) >= tip.height + 22 ||
          Math.max(left, window.width - target.right) >= tip.width + 22
        const overlaps = x < target.right && x + tip.width > left && y < target.bottom && y + tip.height > top
        if (isInside && fits) expect(overlaps).toBe(false)
      },
    ),
  )
})
