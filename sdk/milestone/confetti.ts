import { el } from '../ui/element.ts'

const colours = ['var(--cairn-accent)', 'goldenrod', 'var(--cairn-danger)', 'var(--cairn-line-strong)']

/** Paper falling once over the card. Spread by the golden angle instead of by chance, so that it is even everywhere. */
export const confetti = (): HTMLElement =>
  el(
    'div',
    { class: 'confetti', 'aria-hidden': 'true' },
    [...Array(48).keys()].map((index) => {
      const angle = index * 2.4
      const reach = 60 + (index % 12) * 22
      const x = Math.round(Math.cos(angle) * reach)
      const y = Math.round(Math.sin(angle) * reach * 0.5 - 40)
      const colour = colours[index % 4] ?? ''
      const delay = (index % 6) * 30
      return el('i', {
        style: `--x:${x}px;--y:${y}px;--turn:${index * 67}deg;--colour:${colour};animation-delay:${delay}ms`,
      })
    }),
  )
