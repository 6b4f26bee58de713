/** On a narrow page the contents are folded until they are wanted, and fold again once something was chosen. */
export const foldContents = (contents: HTMLElement): void => {
  const fold = contents.closest('details')
  if (!fold) return
  const narrow = matchMedia('(width < 960px)')
  const adapt = (): void => {
    fold.open = !narrow.matches
  }
  adapt()
  narrow.addEventListener('change', adapt)
  fold.addEventListener('click', ({ target }) => {
    if (narrow.matches && target instanceof Element && target.closest('a')) fold.open = false
  })
}
