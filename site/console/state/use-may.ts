import type { Scope } from '../../../api/contract/scopes.ts'
import { useConsole } from './console-context.ts'

/** Says whether whoever is signed in may do something, so that nothing is offered that would be refused. */
export const useMay = (): ((scope: Scope) => boolean) => {
  const { session } = useConsole()
  return (scope) => session?.scopes.includes(scope) ?? false
}
