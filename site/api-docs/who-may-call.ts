import type { Operation } from './list-operations.ts'

/** Who may call an operation, in words. */
export const whoMayCall = ({ security = [] }: Operation): string => {
  const schemes = security.flatMap((choice) => Object.keys(choice))
  if (schemes.includes('writeKey')) return 'Write key or secret key'
  if (schemes.includes('secretKey')) return 'Secret key, or a console session'
  return 'No key'
}
