/** JSON in which lists stay lists, also where an old library of the page has them become texts (`Array.prototype.toJSON`). */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, name, made: unknown) {
    return Array.isArray(this[name]) ? (this[name] as unknown[]) : made
  })
