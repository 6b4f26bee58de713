interface StatusProps {
  tone: 'quiet' | 'good' | 'busy'
  children: string
}

/** A word for the state of something. The colour only repeats it. */
export function Status({ tone, children }: StatusProps) {
  return <span class={`status status-${tone}`}>{children}</span>
}
