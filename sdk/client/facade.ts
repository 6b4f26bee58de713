import type { Cairn, QueuedCall } from '../cairn.ts'

type Methods = Record<string, (...given: unknown[]) => unknown>

/** The methods as a page gets them: none throws into it, and `push` makes calls by name, as the script tag's queue does. */
export const createFacade = (methods: Omit<Cairn, 'push'>, onProblem: (problem: unknown) => void): Cairn => {
  const facade: Partial<Methods> = {}
  const push = (...calls: QueuedCall[]) => {
    for (const [name, ...given] of calls) {
      const method = facade[name]
      if (method) method(...given)
      else onProblem(`there is no method "${name}"`)
    }
  }
  for (const [name, method] of Object.entries({ ...methods, push } as unknown as Methods)) {
    facade[name] = (...given) => {
      try {
        return method(...given)
      } catch (error) {
        onProblem(error)
        return undefined
      }
    }
  }
  return facade as unknown as Cairn
}
