/** Grey lines in the place of text that is on its way. */
export const Skeleton = ({ lines }: { lines: number }) => (
  <div class="skeleton">
    <span class="visually-hidden">Loading …</span>
    {Array.from({ length: lines }, (_, line) => (
      <div key={line} class="skeleton-line" aria-hidden="true" />
    ))}
  </div>
)
