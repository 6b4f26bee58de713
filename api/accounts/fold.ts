/** Characters of a name that are kept for searching and sorting. */
export const foldedLength = 100

/** A name as it is searched and sorted: "Élan Fahrschule" and "elan fahrschule" are the same. */
export function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, foldedLength).toWellFormed()
}
