import { wcagContrast } from 'culori'
import type { Tone } from './read-colours.ts'

/** Text needs 4.5 : 1 and the outline of a field 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const [text, outline] = [4.5, 3]

const grounds = ['canvas', 'surface', 'sunken']

/** What is read on what. */
const pairs: { colours: string[]; on: string[]; least: number }[] = [
  { colours: ['text', 'text-muted', 'accent', 'accent-strong'], on: [...grounds, 'accent-soft'], least: text },
  { colours: ['on-accent'], on: ['accent', 'accent-strong'], least: text },
  { colours: ['text', 'warning'], on: [...grounds, 'warning-soft'], least: text },
  { colours: ['text', 'danger'], on: [...grounds, 'danger-soft'], least: text },
  { colours: ['line-strong'], on: grounds, least: outline },
]

/** Says what cannot be read well enough, a sentence each: nothing where all can. */
export function judgeColours(colours: ReadonlyMap<string, Tone>): string[] {
  const toneOf = (name: string): Tone => {
    const tone = colours.get(name)
    if (!tone) throw new Error(`--cairn-${name} is not there, or is not written as light-dark(#rrggbb, #rrggbb).`)
    return tone
  }
  return pairs.flatMap(({ colours: names, on, least }) =>
    names.flatMap((name) =>
      on.flatMap((ground) =>
        (['light', 'dark'] as const).flatMap((scheme, at) => {
          const [colour = '', below = ''] = [toneOf(name)[at], toneOf(ground)[at]]
          const contrast = wcagContrast(colour, below)
          if (contrast >= least) return []
          return `--cairn-${name} (${colour}) on --cairn-${ground} (${below}) has ${contrast.toFixed(2)} : 1 in the ${scheme}, and needs ${least} : 1.`
        }),
      ),
    ),
  )
}
