/** A colour in light and in dark, as `#rrggbb`. */
export type Tone = readonly [light: string, dark: string]

const declaration = /--cairn-([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g

/** The colours of `site/styles/tokens.css` by name, such as `accent-soft`. */
export function readColours(css: string): Map<string, Tone> {
  return new Map(
    Array.from(css.matchAll(declaration), ([, name = '', light = '', dark = '']) => [name, [light, dark] as const]),
  )
}

/** The same stylesheet with other values of some colours. */
export function writeColours(css: string, colours: ReadonlyMap<string, Tone>): string {
  return css.replace(declaration, (written, name: string) => {
    const tone = colours.get(name)
    return tone ? `--cairn-${name}: light-dark(${tone.join(', ')});` : written
  })
}
