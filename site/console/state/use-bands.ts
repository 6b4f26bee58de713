import type { ScorecardView } from '../../../api/contract/definitions.ts'
import { bandTone } from '../band-tone.ts'
import type { Tone } from '../band-tone.ts'
import { useConsole } from './console-context.ts'
import { useResource } from './use-resource.ts'

/** What the scorecards say about bands. */
export interface Bands {
  scorecards: ScorecardView[]
  /** Names of all bands, best first, each once. */
  names: string[]
  tone: (band: string | null) => Tone
}

/** The bands of all scorecards. Without an answer bands are neutral, and their words still say it. */
export const useBands = (): Bands => {
  const { client } = useConsole()
  const { data } = useResource('scorecards', (signal) => client.scorecards(signal))
  const scorecards = data?.data ?? []
  return {
    scorecards,
    names: [...new Set(scorecards.flatMap((card) => card.bands.map((band) => band.name)))],
    tone: (band) => bandTone(scorecards, band),
  }
}
