import type { Cairn } from '../cairn.ts'

type Methods = Record<string, (...given: unknown[]) => unknown>

/** The methods as a page gets them: none throws into it, and `push` makes calls by name, as the script tag's queue does. */
export const createFacade = (methods: Omit<Cairn, 'push'>, onProblem: (problem: unknown) => void): Cairn => {
  const facade: Partial<Methods> = {}
  const attempt = (act: () => unknown) => {
    try {
      return act()
    } catch (error) {
      onProblem(error)
      return undefined
    }
  }
  const push = (...calls: unknown[]) => {
    for (const call of calls) {
      attempt(() => {
        const [name = '', ...given] = (call ?? []) as [string?, ...unknown[]]
        const method = facade[name]
        if (!method) throw new Error(`no method: ${JSON.stringify(call)}`)
        method(...given)
      })
    }
  }
  for (const [name, method] of Object.entries({ ...methods, push } as unknown as Methods)) {
    facade[name] = (...given) => attempt(() => method(...given))
  }
  return facade as unknown as Cairn
}
