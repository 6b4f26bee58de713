import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { measureCommand } from '../site/measure-command.ts'
import type { Peer } from './peers.ts'

/** Installs peers into a folder and makes of each what a page fetches. @returns its files, by the name of the peer. */
export async function bundlePeers(peers: Peer[], folder: string): Promise<Map<string, string[]>> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const packages = peers.flatMap((peer) => peer.packages)
  await measureCommand('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd: folder })
  const files = new Map<string, string[]>()
  for (const [index, { name, script, styles = [] }] of peers.entries()) {
    const outdir = join(folder, 'out', String(index))
    const { outputFiles } = await build({
      stdin: {
        contents: [...styles.map((style) => `import '${style}'`), script].join('\n'),
        resolveDir: folder,
      },
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      legalComments: 'none',
      outdir,
      write: false,
      logLevel: 'error',
    })
    mkdirSync(outdir, { recursive: true })
    for (const { path, contents } of outputFiles) writeFileSync(path, contents)
    files.set(
      name,
      outputFiles.map(({ path }) => path),
    )
  }
  return files
}
