/** Where things stand on the bar of a component, as shares of its length from the left, 0 to 1. */
export interface ComponentScale {
  /** The coloured part, from zero points to the score. */
  start: number
  end: number
  /** Where zero points are; null where the bar begins or ends there and nothing needs to say so. */
  zero: number | null
}

/** Lays a component out between the fewest and the most points that it can earn; those are not always above zero. */
export function componentScale({ score, min, max }: { score: number; min: number; max: number }): ComponentScale {
  const place = (points: number): number => {
    // A component that can only earn one figure has no room to be in.
    if (max <= min) return 0
    return Math.min(1, Math.max(0, (points - min) / (max - min)))
  }
  const [zero, at] = [place(0), place(score)]
  return { start: Math.min(zero, at), end: Math.max(zero, at), zero: min < 0 && max > 0 ? zero : null }
}
