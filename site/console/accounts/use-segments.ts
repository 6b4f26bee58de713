import type { Account } from '../../../api/contract/accounts.ts'
import type { ScorecardView } from '../../../api/contract/definitions.ts'
import { useConsole } from '../state/console-context.ts'
import { useResource } from '../state/use-resource.ts'

/** Segments to choose from: those that programs and scorecards name, and those of the accounts on the page. */
export const useSegments = (scorecards: ScorecardView[], accounts: Account[]): string[] => {
  const { client } = useConsole()
  const programs = useResource('programs', (signal) => client.programs(signal))
  const named = [...(programs.data?.data ?? []), ...scorecards].flatMap(({ segments }) => segments)
  const seen = accounts.flatMap(({ segment }) => (segment === null ? [] : [segment]))
  return [...new Set([...named, ...seen])].sort((a, b) => a.localeCompare(b))
}
