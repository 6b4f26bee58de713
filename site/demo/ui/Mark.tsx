/** Roadbook's mark: a yellow plate with an L that turns into a road. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect class="mark-plate" width="32" height="32" rx="7" />
      <path class="mark-road" d="M12 6v13q0 4 4 4h10" />
      <path class="mark-line" d="M12 7.5v11.5q0 4 4 4h9" />
    </svg>
  )
}
