import type { Operation } from './list-operations.ts'

/** Who may call an operation, in words, with the scope that their key needs. */
export const whoMayCall = ({ security = [] }: Operation): string => {
  const schemes = security.flatMap((choice) => Object.keys(choice))
  const scope = security.flatMap((choice) => Object.values(choice)).flat()[0]
  const needed = scope === undefined ? '' : `, scope ${scope}`
  if (schemes.includes('writeKey')) return `Write key or secret key${needed}`
  if (schemes.includes('secretKey')) return `Secret key or a console session${needed}`
  return 'No key'
}
