import type { ComponentChildren } from 'preact'

interface PageProps {
  title: string
  /** A sentence that says what this page is for. */
  lead?: string
  /** What stands beside the title. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** The frame of a view. Its heading takes the focus when the person comes here by a link. */
export function Page({ title, lead, aside, children }: PageProps) {
  return (
    <>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </>
  )
}
