import type { ComponentChildren } from 'preact'

interface FactProps {
  title: string
  /** False while it is still being read: nothing is said of it then. */
  known?: boolean
  /** What is said where there is none. */
  none?: string
  /** True for what is long. */
  wide?: boolean
  children: ComponentChildren
}

/** A term of a list of facts, and what is known of it. */
export const Fact = ({ title, known = true, none = 'not known', wide = false, children }: FactProps) => (
  <div class={wide ? 'wide-fact' : undefined}>
    <dt>{title}</dt>
    <dd>{children ?? <span class="muted">{known ? none : '…'}</span>}</dd>
  </div>
)
