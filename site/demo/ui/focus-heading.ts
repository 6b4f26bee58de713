/** Takes keyboard and screen reader to the heading of the view, where what they were on is gone. */
export function focusHeading(options?: FocusOptions): void {
  document.querySelector('h1')?.focus(options)
}
