import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions } from 'esbuild'
import { parse } from 'yaml'
import type { TrackingPlan } from '../content/schema.ts'
import { declarePlan } from './build/declare-plan.ts'
import { emitDeclarations } from './build/emit-declarations.ts'
import { stylesheets } from './build/stylesheets.ts'
import { writeIntegrity } from './build/write-integrity.ts'

const source = import.meta.dirname
const repository = dirname(source)

/** Parts that are loaded when they are first needed, by their file: the core, what shows each kind, each language. */
const parts = Object.fromEntries([
  ['core', 'core.ts'],
  ...globSync(['*/show-*.ts', 'i18n/??.ts'], { cwd: source })
    .sort()
    .map((file) => [basename(file, '.ts').replace('show-', ''), file] as const),
]) as Record<string, string>

/** Stands for the hash in names until it is known. */
const hashToCome = 'HASHHASH'

/**
 * Builds the SDK: `cairn.js` for the script tag with its parts beside it, and `esm/` with types for bundlers.
 */
export async function buildSdk({ outDir, minify }: { outDir: string; minify: boolean }): Promise<void> {
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })
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
  const plan = parse(await readFile(join(repository, 'content/events.yaml'), 'utf8')) as TrackingPlan
  const hash = await buildParts({ ...split, outdir: outDir })
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(source, 'loader.ts')],
      format: 'iife',
      outfile: join(outDir, 'cairn.js'),
      // So that an old browser can read it, and then see for itself that it is one.
      target: 'es2020',
      define: { HASH: JSON.stringify(hash) },
    }),
    build({
      ...split,
      entryPoints: [join(source, 'index.ts')],
      outdir: join(outDir, 'esm'),
      sourcemap: 'linked',
      chunkNames: '[name]-[hash]',
    }),
    emitDeclarations(join(source, 'index.ts'), {
      outDir: join(outDir, 'esm'),
      instead: { [join(source, 'tracking-plan.d.ts')]: declarePlan(plan) },
    }),
  ])
  await writeIntegrity(outDir)
}

/** Builds the parts as `<part>-<hash>.js`, all with the hash of them all, so that the loader has to know only one. */
async function buildParts(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: Object.entries(parts).map(([out, file]) => ({ out, in: join(source, file) })),
    entryNames: `[name]-${hashToCome}`,
    chunkNames: '[name]-[hash]',
    write: false,
  })
  const digest = createHash('sha256')
  for (const { text } of outputFiles) digest.update(text)
  const hash = digest.digest('hex').slice(0, 8).toUpperCase()
  await Promise.all(
    outputFiles.map(({ path, text }) => writeFile(path.replace(hashToCome, hash), text.replaceAll(hashToCome, hash))),
  )
  return hash
}
