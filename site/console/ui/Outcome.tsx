import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** What came of something that was done. It takes the focus: what was pressed may be gone, and so it is read out. */
export const Outcome = ({ children }: { children: ComponentChildren }) => {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => note.current?.focus(), [])
  return (
    <div class="note outcome" ref={note} tabIndex={-1} role="group" aria-label="Outcome">
      {children}
    </div>
  )
}
