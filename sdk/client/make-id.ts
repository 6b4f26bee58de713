import type { Environment } from './environment.ts'

/** Makes ids that nobody else makes and that sort by the time they were made. */
export const createMakeId = ({ now, random }: Pick<Environment, 'now' | 'random'>): (() => string) => {
  let count = 0
  const letters = () => random().toString(36).slice(2)
  return () => `${now().toString(36)}-${(count++).toString(36).padStart(4, '0')}-${letters()}${letters()}`
}
