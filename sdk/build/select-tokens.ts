/**
 * A stylesheet of tokens with only those that are used, here or by other tokens, for the root of a shadow tree. In a
 * page that belongs to others `rem` is theirs, so sizes become pixels.
 */
export function selectTokens(tokens: string, using: string): string {
  const css = tokens.replace(/\/\*[^]*?\*\//g, '')
  const used = new Set([...(using + css).matchAll(/var\((--cairn-[\w-]+)/g)].map((match) => match[1]))
  return css
    .replace(/(--cairn-[\w-]+):[^;]+;/g, (declaration, name: string) => (used.has(name) ? declaration : ''))
    .replace(/:root,\s*/g, '')
    .replace(/([\d.]+)rem/g, (_, size: string) => `${Number(size) * 16}px`)
}
