import type { CairnEvents } from '../cairn.ts'
import { report } from './report.ts'

/** Listeners of one instance. One that throws does not keep the others from hearing. */
export interface Emitter {
  on<Name extends keyof CairnEvents>(name: Name, listener: (...args: CairnEvents[Name]) => void): () => void
  emit<Name extends keyof CairnEvents>(name: Name, ...args: CairnEvents[Name]): void
}

/** Makes an emitter without listeners. */
export const createEmitter = (): Emitter => {
  const listeners = new Set<readonly [name: string, hear: (...args: CairnEvents[keyof CairnEvents]) => void]>()
  return {
    on: (name, listener) => {
      if (typeof listener !== 'function') throw new Error(`no listener: ${String(listener)}`)
      const heard = [name, listener as (...args: CairnEvents[keyof CairnEvents]) => void] as const
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    emit: (name, ...args) => {
      for (const [heard, listener] of listeners) {
        try {
          if (heard === name) listener(...args)
        } catch (error) {
          report(error)
        }
      }
    },
  }
}
