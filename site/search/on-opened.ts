/** Calls back when a link in a list is opened, be it in another tab. */
export function onOpened(list: HTMLElement, opened: (link: HTMLAnchorElement, event: MouseEvent) => void): void {
  const hear = (event: MouseEvent): void => {
    const link = event.target instanceof Element && event.target.closest('a')
    // The right button shows a menu and opens nothing.
    if (link && event.button < 2) opened(link, event)
  }
  list.addEventListener('click', hear)
  list.addEventListener('auxclick', hear)
}
