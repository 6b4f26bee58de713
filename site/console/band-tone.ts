import type { ScorecardView } from '../../api/contract/definitions.ts'

/** How a band is coloured; its word is always there too. */
export type Tone = 'good' | 'warning' | 'danger' | 'neutral'

/** Good above the risk, a warning in the first band at risk, danger below it. */
export const bandTone = (scorecards: ScorecardView[], band: string | null): Tone => {
  for (const card of scorecards) {
    const found = card.bands.find(({ name }) => name === band)
    if (!found) continue
    if (!found.atRisk) return 'good'
    const worse = card.bands.filter(({ atRisk, from }) => atRisk && from > found.from)
    return worse.length === 0 ? 'warning' : 'danger'
  }
  return 'neutral'
}
