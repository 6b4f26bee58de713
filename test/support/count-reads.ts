import type { TestApp } from './create-test-app.ts'

/** Counts from now on how often the database is asked something. */
export function countReads({ services: { database } }: Pick<TestApp, 'services'>): () => number {
  let reads = 0
  const { read } = database
  database.read = (statements) => {
    reads += 1
    return read(statements)
  }
  return () => reads
}
