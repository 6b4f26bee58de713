import type { Key } from '../../../api/contract/keys.ts'
import { useConsole } from './console-context.ts'
import { useMay } from './use-may.ts'
import { useResource } from './use-resource.ts'

/** The most that the API lists at once. */
const mostKeys = 500

/** The keys, to say their names where only an id is known. None for those who may not see them. */
export const useKeys = (): Key[] => {
  const { client } = useConsole()
  const may = useMay()('admin')
  const { data } = useResource('key-names', async (signal) =>
    may ? (await client.keys({ limit: mostKeys, cursor: null }, signal)).data : [],
  )
  return data ?? []
}

/** The name of a key, or its id where that is all that is known. */
export const keyName = (keys: Key[], id: string): string => {
  if (id === 'own-page') return 'The help center itself'
  return keys.find((key) => key.id === id)?.name ?? id
}
