/** A side of a box. */
export type Side = 'top' | 'bottom' | 'left' | 'right'

type Box = Record<Side, number>
type Size = Record<'width' | 'height', number>

const sides: Side[] = ['bottom', 'top', 'right', 'left']
const opposite: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }
const gap = 14
const margin = 8

/**
 * Where something stands beside a box: on the wanted side or the opposite one, else where there is room, and always
 * within the window.
 */
export const beside = (
  box: Box,
  { width, height }: Size,
  { window, wanted }: { window: Size; wanted?: Side | undefined },
): { x: number; y: number } => {
  const room: Box = {
    top: box.top - height,
    bottom: window.height - box.bottom - height,
    left: box.left - width,
    right: window.width - box.right - width,
  }
  const inOrder = wanted ? [wanted, opposite[wanted], ...sides] : sides
  const side =
    inOrder.find((side) => room[side] >= gap + margin) ??
    sides.reduce((best, side) => (room[side] > room[best] ? side : best))
  /** Before the box, behind it, or else in the middle of it. */
  const along = ([before, behind]: [Side, Side], size: number, all: number) => {
    const wish =
      side === before
        ? box[before] - gap - size
        : side === behind
          ? box[behind] + gap
          : (box[before] + box[behind] - size) / 2
    return Math.max(margin, Math.min(wish, all - size - margin))
  }
  return { x: along(['left', 'right'], width, window.width), y: along(['top', 'bottom'], height, window.height) }
}
