/** The Navigation API, which some browsers do not have. */
type Moving = Partial<Record<'navigation', EventTarget>>

/**
 * Hears of every change of the address. Where the browser does not tell, changes are found when the history moves and
 * after clicks; nothing of the page is patched.
 */
export const onMove = (act: () => void): void => {
  let last = location.href
  const look = () => {
    if (location.href === last) return
    last = location.href
    act()
  }
  const { navigation } = window as Moving
  if (navigation) return navigation.addEventListener('currententrychange', look)
  for (const type of ['popstate', 'hashchange']) addEventListener(type, look)
  // A router changes the address while it handles the click, or soon after.
  addEventListener('click', () => [0, 300].forEach((wait) => setTimeout(look, wait)), true)
}
