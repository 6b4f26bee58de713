import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import type { Plugin } from 'esbuild'
import { selectTokens } from './select-tokens.ts'

/** Gives stylesheets as text, and as `cairn:tokens` those of the site's tokens that the files in `source` use. */
export function stylesheets({ source, tokens, minify }: { source: string; tokens: string; minify: boolean }): Plugin {
  const asText = async (css: string) => ({
    contents: compact((await transform(css, { loader: 'css', minify, target: 'chrome123' })).code.trim()),
    loader: 'text' as const,
    watchFiles: [tokens],
  })
  // The values of custom properties are kept as they are written, spaces included.
  const compact = (css: string) =>
    minify
      ? css.replace(/(--[\w-]+:) ([^;}]+)/g, (_, name: string, value: string) => name + value.replace(/, /g, ','))
      : css
  const usedTokens = async () => {
    const files = (await readdir(source, { recursive: true })).filter((file) => /\.(css|ts)$/.test(file))
    const using = await Promise.all(files.map((file) => readFile(join(source, file), 'utf8')))
    return selectTokens(await readFile(tokens, 'utf8'), using.join(''))
  }
  return {
    name: 'cairn-stylesheets',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^cairn:tokens$/ }, ({ path }) => ({ path, namespace: 'tokens' }))
      onLoad({ filter: /.*/, namespace: 'tokens' }, async () => asText(await usedTokens()))
      onLoad({ filter: /\.css$/ }, async ({ path }) => asText(await readFile(path, 'utf8')))
    },
  }
}
