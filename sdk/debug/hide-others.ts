/**
 * Hides all else that Cairn has on the page, but for the debug panel.
 *
 * @returns a function that shows it again
 */
export const hideOthers = (own: Element): (() => void) => {
  const sheet = new CSSStyleSheet()
  // Not by an attribute: the page's styles must not decide about it, and its scripts need not see it.
  sheet.replaceSync(':host { display: none !important }')
  const roots = hosts().flatMap(({ shadowRoot }) =>
    shadowRoot && shadowRoot.host !== own && !shadowRoot.querySelector('.debug') ? shadowRoot : [],
  )
  // One that cannot be seen would still hold the page.
  const dialogs = roots.flatMap((root) => [...root.querySelectorAll<HTMLDialogElement>('dialog:modal')])
  for (const dialog of dialogs) dialog.close()
  for (const root of roots) root.adoptedStyleSheets.push(sheet)
  return () => {
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet)
    for (const dialog of dialogs) if (dialog.isConnected) dialog.showModal()
  }
}

/** The modal dialog that Cairn shows, whichever of its elements that is in. */
export const modalOfCairn = (): Element | null =>
  hosts()
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('dialog:modal') ?? [])])
    .at(-1) ?? null

const hosts = () => [...document.querySelectorAll('cairn-root')]
