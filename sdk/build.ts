import { globSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions, Metafile } from 'esbuild'
import { emitDeclarations } from './build/emit-declarations.ts'
import { stylesheets } from './build/stylesheets.ts'

const source = import.meta.dirname
const repository = dirname(source)

/** Parts that are loaded when they are first needed, by their file: the core, what shows each kind, each language. */
const parts = Object.fromEntries([
  ['core', 'core.ts'],
  ...globSync(['*/show-*.ts', 'i18n/??.ts'], { cwd: source })
    .sort()
    .map((file) => [basename(file, '.ts').replace('show-', ''), file] as const),
]) as Record<string, string>

/**
 * Builds the SDK: `cairn.js` for the script tag with its parts beside it, and `esm/` with types for bundlers.
 */
export async function buildSdk({ outDir, minify }: { outDir: string; minify: boolean }): Promise<void> {
  await rm(outDir, { recursive: true, force: true })
  const shared: BuildOptions = {
    absWorkingDir: repository,
    bundle: true,
    minify,
    // Maps lie beside the files; a comment that names them would be downloaded by every visitor.
    sourcemap: minify ? 'external' : 'linked',
    target: 'es2022',
    legalComments: 'none',
    plugins: [stylesheets({ source, tokens: join(repository, 'site/styles/tokens.css'), minify })],
    logLevel: 'warning',
  }
  const split: BuildOptions = { ...shared, format: 'esm', splitting: true }

  const { metafile } = await build({
    ...split,
    entryPoints: Object.entries(parts).map(([out, file]) => ({ out, in: join(source, file) })),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outdir: outDir,
    metafile: true,
  })
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(source, 'loader.ts')],
      format: 'iife',
      outfile: join(outDir, 'cairn.js'),
      define: { PARTS: JSON.stringify(fileNames(metafile)) },
    }),
    build({
      ...split,
      entryPoints: [join(source, 'index.ts')],
      outdir: join(outDir, 'esm'),
      sourcemap: 'linked',
      chunkNames: '[name]-[hash]',
    }),
    emitDeclarations(join(source, 'index.ts'), join(outDir, 'esm')),
  ])
}

/** The hashed name that each part got. */
function fileNames({ outputs }: Metafile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([part, file]) => {
      const output = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === `sdk/${file}`)
      if (!output) throw new Error(`The build has no output for sdk/${file}`)
      return [part, basename(output[0])]
    }),
  )
}
