import type { Tone } from '../band-tone.ts'

/** A band as a coloured stone and its word. Without a band it says that too little is known. */
export const BandLabel = ({ band, tone }: { band: string | null; tone: Tone }) => (
  <span class={`band band-${band === null ? 'neutral' : tone}`}>{band ?? 'Not enough known'}</span>
)
