import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { buildSdk } from '../../sdk/build.ts'

/**
 * Builds the SDK for the dev server, apart from what `npm run build` made. A mistake in it is told and ends nothing.
 */
export async function buildDevSdk(root: string): Promise<void> {
  const started = performance.now()
  try {
    await buildSdk({ outDir: join(root, 'dist/dev/sdk'), minify: false })
    console.log(`Built the SDK in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  } catch (error) {
    console.error(`The SDK could not be built: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Lets the dev server search in the index of the last build: making one takes a whole build. */
export function linkSearchIndex(root: string): void {
  const link = join(root, 'dist/dev/site')
  mkdirSync(join(root, 'dist/dev'), { recursive: true })
  rmSync(link, { recursive: true, force: true })
  symlinkSync(join(root, 'dist/site'), link, 'junction')
}
