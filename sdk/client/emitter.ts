import type { CairnEvents } from '../cairn.ts'
import { report } from './report.ts'

/** Listeners of one instance. One that throws does not keep the others from hearing. */
export interface Emitter {
  on<Name extends keyof CairnEvents>(name: Name, listener: (...args: CairnEvents[Name]) => void): () => void
  emit<Name extends keyof CairnEvents>(name: Name, ...args: CairnEvents[Name]): void
}

/** Makes an emitter without listeners. */
export const createEmitter = (): Emitter => {
  const listeners = new Map<string, Set<(...args: CairnEvents[keyof CairnEvents]) => void>>()
  return {
    on: (name, listener) => {
      if (typeof listener !== 'function') throw new Error(`no listener: ${String(listener)}`)
      const all = listeners.get(name) ?? new Set()
      const heard = listener as (...args: CairnEvents[keyof CairnEvents]) => void
      listeners.set(name, all.add(heard))
      return () => void all.delete(heard)
    },
    emit: (name, ...args) => {
      for (const listener of listeners.get(name) ?? []) {
        try {
          listener(...args)
        } catch (error) {
          report(error)
        }
      }
    },
  }
}
