/**
 * The mark: stones laid on each other, widest below. Those that are still to be laid are drawn in outline, so that the
 * pile shows how far one has come.
 */
export const Stones = ({ laid, all }: { laid: number; all: number }) => {
  const count = Math.max(1, Math.min(all, 7))
  const height = 36 / count
  const solid = all > count ? Math.floor((laid * count) / all) : laid
  return (
    <svg class="stones" viewBox="0 0 40 40" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => {
        const width = 34 - (index * 20) / count
        // Stones do not lie on one axis: each is a little beside the one below.
        const left = 20 - width / 2 + [0, 1.4, -1][index % 3]!
        return (
          <rect
            key={index}
            class={index < solid ? 'laid' : ''}
            x={left}
            y={38 - (index + 1) * height + 0.8}
            width={width}
            height={height - 1.6}
            rx={Math.min(height / 2, 4)}
          />
        )
      })}
    </svg>
  )
}
