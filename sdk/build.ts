import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions, Plugin } from 'esbuild'
import { parse } from 'yaml'
import type { TrackingPlan } from '../content/schema.ts'
import { declarePlan } from './build/declare-plan.ts'
import { namesOf } from './build/names-of.ts'
import { emitDeclarations } from './build/emit-declarations.ts'
import { kitSource, sharedKit } from './build/shared-kit.ts'
import { shortNames } from './build/short-names.ts'
import { shrink } from './build/shrink.ts'
import { stylesheets } from './build/stylesheets.ts'
import { writeIntegrity } from './build/write-integrity.ts'

const source = import.meta.dirname
const repository = dirname(source)

/** Parts that are loaded when they are first needed, by their file: the core, the guide, the debug panel, what shows each kind, each language, and what few of them need. */
const parts = Object.fromEntries([
  ['core', 'core.ts'],
  ['guide', 'guide/create-guide.ts'],
  ['pages', 'guide/create-pages.ts'],
  ['all', 'guide/create-all.ts'],
  ['debug', 'debug/watched-core.ts'],
  ['choices', 'survey/choices.ts'],
  ['extras', 'checklist/extras.ts'],
  ['certificate', 'milestone/certificate.ts'],
  ['panel', 'help/panel.ts'],
  ...globSync(['*/show-*.ts', 'i18n/??.ts', 'help/words/help-??.ts'], { cwd: source })
    .sort()
    .map((file) => [basename(file, '.ts').replace('show-', ''), file] as const),
]) as Record<string, string>

/** What leads and tells people: most pages that have one of these have others. */
const guided = ['guide', 'tour', 'hotspot', 'announcement', 'banner']

/** Stands for the hash in names until it is known. */
const hashToCome = 'HASHHASH'

/**
 * Builds the SDK: `cairn.js` for the script tag with its parts beside it, and `esm/` with types for bundlers.
 */
export async function buildSdk({ outDir, minify }: { outDir: string; minify: boolean }): Promise<void> {
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })
  const plugins = [stylesheets({ source, tokens: join(repository, 'site/styles/tokens.css'), minify })]
  const plan = parse(await readFile(join(repository, 'content/events.yaml'), 'utf8')) as TrackingPlan
  const shared: BuildOptions = {
    absWorkingDir: repository,
    bundle: true,
    minify,
    ...(minify && shortNames),
    // Maps lie beside the files; a comment that names them would be downloaded by every visitor.
    sourcemap: minify ? 'external' : 'linked',
    target: 'es2022',
    legalComments: 'none',
    plugins,
    // The debug panel says what is beside the plan.
    define: { PLAN: JSON.stringify(namesOf(plan)) },
    logLevel: 'warning',
  }
  const hash = await buildParts({ ...shared, outdir: outDir }, plugins)
  await Promise.all([
    buildLoader({ ...shared, outfile: join(outDir, 'cairn.js'), define: { HASH: JSON.stringify(hash) } }),
    build({
      ...shared,
      format: 'esm',
      splitting: true,
      entryPoints: [join(source, 'index.ts')],
      outdir: join(outDir, 'esm'),
      sourcemap: 'linked',
      chunkNames: '[name]-[hash]',
    }),
    emitDeclarations(join(source, 'index.ts'), {
      outDir: join(outDir, 'esm'),
      instead: { [join(source, 'tracking-plan.d.ts')]: declarePlan(plan) },
    }),
    writeManual(outDir),
  ])
  await writeIntegrity(outDir)
}

/** Puts the page for integrators beside what it is about; its links lead to the other pages from there. */
async function writeManual(outDir: string): Promise<void> {
  const docs = join(repository, 'docs')
  const manual = await readFile(join(docs, 'sdk.md'), 'utf8')
  await writeFile(join(outDir, 'README.md'), manual.replace(/\]\((?=[\w-]+\.md)/g, `](${relative(outDir, docs)}/`))
}

/** Builds what the script tag loads. */
async function buildLoader(shared: BuildOptions): Promise<void> {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [join(source, 'loader.ts')],
    format: 'iife',
    // So that an old browser can read it, and then see for itself that it is one.
    target: 'es2020',
    write: false,
  })
  const files = shared.minify ? await shrink(outputFiles) : outputFiles
  await Promise.all(files.map(({ path, text }) => writeFile(path, text)))
}

/** Builds the parts as `<part>-<hash>.js`, all with the hash of them all, so that the loader has to know only one. */
async function buildParts(shared: BuildOptions, plugins: Plugin[]): Promise<string> {
  const options = { ...shared, format: 'esm', entryNames: `[name]-${hashToCome}`, write: false } as const
  // A file that parts share is one more request for each: only those have some that are on the same pages.
  const groups = [...Object.keys(parts).flatMap((part) => (guided.includes(part) ? [] : [[part]])), guided]
  const entries = (names: string[]) => names.map((out) => ({ out, in: join(source, parts[out] ?? '') }))
  const built = await Promise.all([
    build({
      ...options,
      entryNames: `kit-${hashToCome}`,
      stdin: { contents: kitSource, resolveDir: source, loader: 'ts' },
    }),
    ...groups.map((names) =>
      build({
        ...options,
        splitting: true,
        chunkNames: '[name]-[hash]',
        entryPoints: entries(names),
        plugins: [...plugins, sharedKit({ source, file: `kit-${hashToCome}.js`, isShared: names.length > 1 })],
      }),
    ),
  ])
  const bundled = built.flatMap(({ outputFiles }) => outputFiles)
  const files = shared.minify ? await shrink(bundled) : bundled
  const digest = createHash('sha256')
  for (const { text } of files) digest.update(text)
  const hash = digest.digest('hex').slice(0, 8).toUpperCase()
  await Promise.all(
    files.map(({ path, text }) => writeFile(path.replace(hashToCome, hash), text.replaceAll(hashToCome, hash))),
  )
  return hash
}
