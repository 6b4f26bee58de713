/**
 * Names that only the SDK itself knows, and says in several of its files: each of these would be downloaded again. What goes
 * to the server, the page or the browser keeps its name, and so does what a module exports.
 */
export const shortened = `
  againAt begun changePerson claim current emit environment flushSoon hasFocus hold inCorner interruption interrupts
  isAllowed isCentered isCompleted isCornerTaken isOpened isPersons isThere isVisible later makeId many needsAnswer onAnswer
  onBack onChange onClose onDecide onDelivered onDismiss onEnd onFollow onLater onMinimise onMissing onNext onOpen
  onProblem onSeen onShow onStored otherwise place prepared privacyControl recorded refresh refreshIfOld rules session
  takesFocus tracked unconfirmed wanted weigh weighed
`
  .trim()
  .split(/\s+/)

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** The same short names in every file, whichever bundle it is in. */
export const shortNames = {
  mangleProps: new RegExp(`^(${shortened.join('|')})$`),
  mangleCache: Object.fromEntries(shortened.map((name, place) => [name, `$${letters[place]}`])),
}
