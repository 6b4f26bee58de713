import type { ComponentChildren } from 'preact'

interface FigureProps {
  title: string
  value: string
  /** True where the value is a sentence rather than a number. */
  wordy?: boolean
  /** From how many it comes, and how it is counted. */
  children: ComponentChildren
}

/** A figure with its sample and its definition. */
export const Figure = ({ title, value, wordy = false, children }: FigureProps) => (
  <div class="figure">
    <dt>{title}</dt>
    <dd class={wordy ? 'figure-words' : 'figure-value'}>{value}</dd>
    <dd class="definition">{children}</dd>
  </div>
)
