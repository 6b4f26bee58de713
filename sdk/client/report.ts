/** Tells the developers of the host page, in the place where they look for it. */
export const report = (problem: unknown): void => {
  // eslint-disable-next-line no-console -- an SDK has no other way to speak to those who embed it
  console.warn('Cairn:', problem)
}
