/**
 * Names that only the SDK itself knows, and says in several of its files: each of these would be downloaded again. What goes
 * to the server, the page or the browser keeps its name, and so does what a module exports.
 */
export const shortened = `
  againAt changePerson environment flushSoon hasFocus inCorner interruption interrupts isAllowed isCentered isCompleted
  isCornerTaken isOpened isPersons isThere isVisible makeId needsAnswer onAnswer onBack onChange onClose onDecide
  onDelivered onDismiss onEnd onFollow onLater onMinimise onMissing onNext onOpen onProblem onSeen onShow onStored otherwise
  prepared privacyControl recorded refreshIfOld takesFocus unconfirmed wanted weigh
`
  .trim()
  .split(/\s+/)

/** The same short names in every file, whichever bundle it is in. */
export const shortNames = {
  mangleProps: new RegExp(`^(${shortened.join('|')})$`),
  mangleCache: Object.fromEntries(shortened.map((name, place) => [name, `$${place.toString(36)}`])),
}
