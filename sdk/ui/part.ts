/** Something on show. It is given all it shows each time and keeps nothing of it. */
export interface Part<Props> {
  box: HTMLElement
  update(props: Props): void
  /** Calls `end` once it has been left alone for a while. */
  linger(milliseconds: number, end: () => void): void
  remove(): void
}
