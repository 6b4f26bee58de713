/** The calls of Cairn that Roadbook uses, by name with their arguments. */
export interface CairnCalls {
  identify: [userId: string, traits: Record<string, unknown>]
  group: [accountId: string, traits: Record<string, unknown>]
  track: [event: string, properties: Record<string, unknown>]
  page: [category: string, name: string, properties: Record<string, unknown>]
  reset: []
}

type Call = { [Name in keyof CairnCalls]: [Name, ...CairnCalls[Name]] }[keyof CairnCalls]
type CairnApi = { [Name in keyof CairnCalls]: (...args: CairnCalls[Name]) => void }
type Host = typeof globalThis & { cairn?: Call[] | CairnApi }

/** Calls Cairn. Until its script has loaded, calls wait in the queue that the script empties when it arrives. */
export function cairn(...call: Call): void {
  const host = globalThis as Host
  const target = (host.cairn ??= [])
  if (Array.isArray(target)) return void target.push(call)
  const [name, ...args] = call
  // TypeScript cannot see that the arguments belong to this name; `Call` has made sure of it.
  const method = target[name] as (...values: unknown[]) => void
  method(...args)
}
