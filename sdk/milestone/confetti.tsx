const colours = ['var(--cairn-accent)', 'var(--cairn-warning)', 'var(--cairn-danger)', 'var(--cairn-line-strong)']

/** Paper falling once over the card. Spread by the golden angle instead of by chance, so that it is even everywhere. */
export const Confetti = () => (
  <div class="confetti" aria-hidden="true">
    {Array.from({ length: 48 }, (_, index) => {
      const angle = index * 2.4
      const reach = 60 + (index % 12) * 22
      return (
        <i
          key={index}
          style={{
            '--x': `${Math.round(Math.cos(angle) * reach)}px`,
            '--y': `${Math.round(Math.sin(angle) * reach * 0.5 - 40)}px`,
            '--turn': `${index * 67}deg`,
            '--colour': colours[index % colours.length],
            'animation-delay': `${(index % 6) * 30}ms`,
          }}
        />
      )
    })}
  </div>
)
