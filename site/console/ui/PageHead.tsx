import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface PageHeadProps {
  title: string
  /** A word beside the heading. */
  mark?: string | null
  /** A sentence on what the page is for. */
  lead?: ComponentChildren
  /** What stands at the end of the heading's line. */
  aside?: ComponentChildren
  /** False on the first page, where the browser places the focus. */
  takeFocus: boolean
}

/** The heading of a page. It takes the focus when somebody comes here, and names the tab. */
export const PageHead = ({ title, mark = null, lead, aside, takeFocus }: PageHeadProps) => {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (takeFocus) heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = `${title} · Cairn console`
  }, [title])

  return (
    <header class="page-head">
      <h1 ref={heading} tabIndex={-1}>
        {title}
        {mark !== null && (
          <>
            {' '}
            <span class="page-mark">{mark}</span>
          </>
        )}
      </h1>
      {lead && <div class="page-lead">{lead}</div>}
      {aside}
    </header>
  )
}
