import { el } from './element.ts'

/**
 * The mark: stones laid on each other, widest below. Those that are still to be laid are pale, so that the pile shows
 * how far one has come.
 */
export const stones = (laid: number, all: number): HTMLElement => {
  // Fewer than three are no pile, and more than seven too fine.
  const count = all < 3 ? 3 : all > 7 ? 7 : all
  const height = 38 / count
  return el(
    'svg',
    { class: 'stones', viewBox: '0 0 40 40', 'aria-hidden': 'true' },
    [...Array(count).keys()].map((index) => {
      const width = 36 - (index * 24) / count
      // Stones do not lie on one axis: each is a little beside the one below.
      const aside = (((index * 2) % 3) - 1) * 1.2
      return el('rect', {
        class: index + 1 <= (laid * count) / all && 'laid',
        x: 20 - width / 2 + aside,
        y: 39 - (index + 1) * height,
        width,
        height: height - 1.6,
        rx: Math.min(height / 2, 6),
      })
    }),
  )
}
