/** The table of contents follows the reader. */
function follow(contents: HTMLDetailsElement): void {
  const sections = [...contents.querySelectorAll('a')].map((link) => ({
    link,
    heading: document.getElementById(decodeURIComponent(link.hash.slice(1))),
  }))
  // The section that is read is the last whose heading has come up to the upper third of the screen, be it far above it.
  const observer = new IntersectionObserver(
    () => {
      const read = sections.findLast(({ heading }) => (heading?.getClientRects()[0]?.top ?? Infinity) < innerHeight / 3)
      for (const { link } of sections) link.ariaCurrent = link === read?.link ? 'true' : null
    },
    { rootMargin: '99999% 0% -67%' },
  )
  for (const { heading } of sections) if (heading) observer.observe(heading)

  // Beside the article it is open; above it, it would push the article off the screen of a phone.
  const isBeside = matchMedia('(width >= 1180px)')
  const unfold = (): void => {
    contents.open = isBeside.matches
  }
  isBeside.onchange = unfold
  unfold()
}

document.querySelectorAll<HTMLDetailsElement>('.contents details').forEach(follow)
