import type { LoadPart, Parts } from '../parts.ts'
import type { Environment } from './environment.ts'
import { retryDelay } from './retry-delay.ts'

/**
 * Loads each part once and, where that fails, asks for it again and again with longer and longer waits: what waits for
 * a part then gets it late instead of never.
 */
export const keepLoading = (
  load: LoadPart,
  { random, later, onProblem }: Pick<Environment, 'random' | 'later'> & { onProblem(problem: unknown): void },
): LoadPart => {
  const loaded: Partial<Record<keyof Parts, Promise<unknown>>> = {}
  const ask: LoadPart = (part, failures = 0) =>
    load(part, failures).catch((error: unknown) => {
      onProblem(error)
      return new Promise((resolve) => {
        later(() => resolve(ask(part, failures + 1)), retryDelay(failures + 1, random()))
      })
    })
  return <Part extends keyof Parts>(part: Part) => (loaded[part] ??= ask(part)) as Promise<Parts[Part]>
}
