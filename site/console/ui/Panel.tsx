import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { RequestError } from '../request-error.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { Skeleton } from './Skeleton.tsx'

interface PanelProps {
  title: string
  /** What stands at the end of the heading's line. */
  aside?: ComponentChildren
  /** Lines that are held free while nothing is known yet, so that nothing jumps. */
  lines: number
  /** True while there is nothing to show yet. */
  waiting: boolean
  error: RequestError | null
  retry: () => void
  children: ComponentChildren
}

/** A part of a page that is read on its own: it waits, fails and is tried again without the rest. */
export const Panel = ({ title, aside, lines, waiting, error, retry, children }: PanelProps) => {
  const heading = useId()
  return (
    <section class="panel" aria-labelledby={heading} aria-busy={waiting && !error}>
      <header class="panel-head">
        <h2 id={heading}>{title}</h2>
        {aside}
      </header>
      {error && <ErrorNote error={error} retry={retry} />}
      {waiting ? !error && <Skeleton lines={lines} /> : children}
    </section>
  )
}
