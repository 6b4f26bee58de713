import { DefinitionsError } from '../../api/definitions/load.ts'
import { SettingsError } from '../../api/env.ts'

/** Why something does not run: errors of the user's say what to do, others are faults of ours, and their stack helps. */
export function explainError(error: unknown): string {
  if (error instanceof SettingsError) return `The environment cannot be used:\n${error.message}`
  if (error instanceof DefinitionsError) {
    return `The definitions in content/ and surveys/ cannot be used:\n${error.message}`
  }
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE' && port !== undefined) {
    return `Port ${port} is taken. End what runs there, or choose another: PORT=${port + 1} npm start`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
