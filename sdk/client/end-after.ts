/** A signal that ends what takes longer, where the browser has such a thing. */
export const endAfter = (milliseconds: number): AbortSignal | undefined =>
  (AbortSignal as Partial<typeof AbortSignal>).timeout?.(milliseconds)
