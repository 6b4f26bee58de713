/** Ends an import; its message says why and what to do. */
export class ImportError extends Error {}

/** A line that cannot be used; its message says why. The import goes on with the next. */
export class UnusableLine extends Error {}
