/** One part of a bar: its share of the whole, 0 to 1, and the class that colours it. */
export interface BarPart {
  share: number
  class: string
}

/** A horizontal bar of parts that follow one another. The figures stand beside it as text. */
export const Bar = ({ parts }: { parts: BarPart[] }) => (
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect class="bar-track" width="100%" height="100%" />
    {parts.map((part, index) => (
      <rect
        key={part.class}
        class={part.class}
        x={percent(parts.slice(0, index).reduce((sum, { share }) => sum + share, 0))}
        width={percent(part.share)}
        height="100%"
      />
    ))}
  </svg>
)

const percent = (share: number): string => `${Math.min(Math.max(share, 0), 1) * 100}%`
