import { clampChroma, converter, formatHex, wcagContrast } from 'culori'
import type { Tone } from './read-colours.ts'

/** A little more than text needs, so that rounding takes nothing from it. */
const enough = 4.6
const toOklch = converter('oklch')

/**
 * The four accent colours that a brand colour leads to, in light and in dark: its hue, as light or dark as it takes for
 * all that is written in it and on it to be read. One that can be read as it is stays as it is.
 *
 * @param brand - any colour of CSS
 * @param colours - the others of the stylesheet, which it is read on
 * @returns null where `brand` is no colour
 *
 * @example
 * ```ts
 * tonesOf('#7c3aed', readColours(css))?.get('accent') // ['#7c3aed', …]
 * ```
 */
export function tonesOf(brand: string, colours: ReadonlyMap<string, Tone>): Map<string, Tone> | null {
  const given = toOklch(brand)
  if (!given) return null
  const { c: chroma, h: hue } = given
  const shade = (l: number, c = chroma): string =>
    formatHex(clampChroma({ mode: 'oklch', l, c, ...(hue !== undefined && { h: hue }) }, 'oklch'))

  const scheme = (at: 0 | 1) => {
    const isDark = at === 1
    const soft = isDark ? shade(0.3, Math.min(chroma, 0.033)) : shade(0.945, Math.min(chroma, 0.025))
    const on = isDark ? shade(0.24, Math.min(chroma, 0.036)) : '#ffffff'
    const grounds = ['canvas', 'surface', 'sunken'].map((name) => colours.get(name)?.[at] ?? on)
    const isRead = (colour: string) => [...grounds, soft, on].every((ground) => wcagContrast(colour, ground) >= enough)
    // Towards black or white, where everything can be read at last.
    let lightness = Math.min(isDark ? Math.max(given.l, 0.75) : given.l, 1)
    while (!isRead(shade(lightness))) lightness += isDark ? 0.005 : -0.005
    return {
      soft,
      on,
      accent: shade(lightness),
      strong: shade(isDark ? Math.min(1, lightness + 0.06) : lightness * 0.85),
    }
  }
  const [light, dark] = [scheme(0), scheme(1)]
  return new Map<string, Tone>([
    ['accent', [light.accent, dark.accent]],
    ['accent-strong', [light.strong, dark.strong]],
    ['accent-soft', [light.soft, dark.soft]],
    ['on-accent', [light.on, dark.on]],
  ])
}
