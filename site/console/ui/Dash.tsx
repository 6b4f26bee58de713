/** A dash in the place of what is not there, and what it means for those who listen. */
export const Dash = ({ means }: { means: string }) => (
  <span class="muted">
    <span aria-hidden="true">–</span>
    <span class="visually-hidden">{means}</span>
  </span>
)
