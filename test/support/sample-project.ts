import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A copy of the project with articles of its own, to be built and served from there. */
export function sampleProject(files: Record<string, string>): { root: string; remove: () => void } {
  const copy = mkdtempSync(join(tmpdir(), 'cairn-sample-'))
  const parts = ['api', 'content', 'scripts', 'sdk', 'search', 'site', 'surveys', 'docs/sdk.md', 'astro.config.ts']
  for (const part of [...parts, 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  // What Astro remembers of articles lies beside the packages, so each copy has a folder of its own for them.
  mkdirSync(join(copy, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => !/^\.(astro|vite)/.test(name))) {
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  }
  // The SDK is the same.
  for (const built of ['sdk', '.built-sdk'])
    cpSync(join(root, 'dist', built), join(copy, 'dist', built), { recursive: true })
  rmSync(join(copy, 'content/articles'), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) }
}
