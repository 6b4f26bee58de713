import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDefinitions } from '../api/definitions/load.ts'
import { BuildError } from './build-error.ts'
import { compressFiles } from './compress-files.ts'
import { judgeArticles } from './content/judge-articles.ts'
import { fingerprint } from './fingerprint.ts'
import { beginCommand } from './run-command.ts'
import { explainError } from './serve/explain-error.ts'
import { takeTurns } from './take-turns.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

interface Part {
  name: string
  /** Files and folders that the part is made from. */
  inputs: string[]
  /** A file that is there when the part has been built. */
  output: string
  build: () => Promise<void>
}

/** What finishes every part. */
const builders = ['scripts/compress-files.ts']

// What builds is loaded when something is built: a start that finds all fresh does not wait for a compiler.
const parts: Part[] = [
  {
    name: 'SDK',
    inputs: [
      ...builders,
      'sdk',
      'docs/sdk.md',
      'content/events.yaml',
      'content/article-address.ts',
      'content/own-events.ts',
      'content/progress.ts',
      'content/support-times.ts',
      'content/words',
      'search',
      'surveys/flow.ts',
      'api/contract',
      'site/styles/tokens.css',
      'package-lock.json',
    ],
    output: 'sdk/cairn.js',
    build: async () => {
      const outDir = join(dist, 'sdk')
      await (await import('../sdk/build.ts')).buildSdk({ outDir, minify: true })
      compressFiles(outDir)
    },
  },
  {
    name: 'help center, demo and console',
    inputs: [
      ...builders,
      'site',
      'content',
      'search',
      'scripts/search',
      'scripts/site',
      'scripts/content',
      'api/contract',
      'astro.config.ts',
      'package-lock.json',
    ],
    output: 'site/pagefind/pagefind.js',
    build: buildSite,
  },
]

/**
 * Builds everything into `dist/`: the SDK, and the site with its search index.
 *
 * @param options.onlyStale - Leaves out what was built from these very files.
 * @throws DefinitionsError where a definition is wrong, before anything is built.
 * @throws BuildError where an article cannot be built.
 */
export async function buildAll({ onlyStale = false }: { onlyStale?: boolean } = {}): Promise<void> {
  loadDefinitions({ root })
  const wait = (pid: number) => console.log(`Another build is at work (process ${pid}). Waiting for it …`)
  await takeTurns(join(dist, '.building'), wait, () => buildParts(onlyStale))
}

async function buildParts(onlyStale: boolean): Promise<void> {
  for (const part of parts) {
    const stamp = join(dist, `.built-${part.output.split('/')[0] ?? ''}`)
    const made = fingerprint(root, part.inputs, process.env.PUBLIC_URL ?? '')
    const isFresh = existsSync(join(dist, part.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === made
    if (onlyStale && isFresh) continue
    const started = performance.now()
    console.log(`Building the ${part.name} …`)
    // What is left of a build that ends halfway is not fresh, even where the files are as they were before it.
    rmSync(stamp, { force: true })
    await part.build()
    writeFileSync(stamp, made)
    console.log(`Built the ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  }
}

async function buildSite(): Promise<void> {
  const { checkArticles } = await import('./content/check-content.ts')
  // A process of its own: its memory is given back before a server goes on. It begins while the articles are checked.
  const rendering = beginCommand('astro', ['build', '--silent', '--root', root], { ASTRO_TELEMETRY_DISABLED: '1' })
  const { warnings, refusal } = judgeArticles(checkArticles({ root }))
  if (warnings) console.warn(warnings)
  if (refusal) {
    rendering.stop()
    throw new BuildError(refusal)
  }
  if ((await rendering.finish()) !== 0) throw new BuildError('The site could not be built; the lines above say why.')
}

if (import.meta.main) {
  try {
    await buildAll({ onlyStale: process.argv.includes('--only-stale') })
  } catch (error) {
    console.error(explainError(error))
    process.exitCode = 1
  }
}
