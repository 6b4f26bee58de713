import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { measureCommand, type Effort } from './measure-command.ts'

const root = join(import.meta.dirname, '../../..')

/** Something that makes a help center of articles. */
export interface Builder {
  name: string
  /** Makes a project in an empty folder, but for its articles. @returns the folder that they go into. */
  prepare: (folder: string) => Promise<string> | string
  /** Builds it from nothing. */
  build: (folder: string) => Promise<Effort>
  /** Where the pages are then, and the path of an article. */
  output: string
  pathOf: (id: string) => string
}

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const forget = (folder: string, ...paths: string[]): void => {
  for (const path of paths) rmSync(join(folder, path), { recursive: true, force: true })
}

/** What a build of the site reads; the SDK is there already. */
const parts = [
  ...['api', 'content', 'scripts', 'sdk', 'search', 'site', 'surveys', 'docs/sdk.md', 'dist/sdk', 'dist/.built-sdk'],
  ...['astro.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json'],
]

/** This project with other articles: checked, built, indexed and compressed. The SDK is no part of it. */
const cairn: Builder = {
  name: 'Cairn',
  prepare(folder) {
    for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    forget(folder, 'content/articles')
    return join(folder, 'content/articles/en')
  },
  build(folder) {
    forget(folder, 'dist/site', 'dist/.built-site', '.astro')
    return measureCommand(process.execPath, ['scripts/build.ts', '--only-stale'], { cwd: folder })
  },
  output: 'dist/site',
  pathOf: (id) => `help/${id}`,
}

/** The least that Astro and Pagefind make of the same articles: a title, the text and a search. */
const minimal: Builder = {
  name: 'Minimal Astro and Pagefind',
  prepare(folder) {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    write(folder, {
      'package.json': '{ "type": "module", "private": true }',
      'astro.config.mjs': 'export default { build: { inlineStylesheets: "always" } }',
      'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
export const collections = { articles: defineCollection({ loader: glob({ base: './articles', pattern: '**/*.md' }) }) }
`,
      'src/pages/help/[...id].astro': `---
import { getCollection, render } from 'astro:content'
export const getStaticPaths = async () =>
  (await getCollection('articles')).map((entry) => ({ params: { id: entry.id }, props: { entry } }))
const { entry } = Astro.props
const { Content } = await render(entry)
---
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>{entry.data.title}</title>
    <style>body { font-family: sans-serif; max-width: 40rem; margin: auto }</style>
  </head>
  <body>
    <a href="/">Help</a>
    <main data-pagefind-body><h1>{entry.data.title}</h1><Content /></main>
  </body>
</html>
`,
    })
    return join(folder, 'articles')
  },
  async build(folder) {
    forget(folder, 'dist', '.astro')
    const built = await measureCommand(binary('astro'), ['build', '--silent'], { cwd: folder, env: quiet })
    const indexed = await measureCommand(binary('pagefind'), ['--site', 'dist', '--silent'], {
      cwd: folder,
      env: quiet,
    })
    return {
      seconds: built.seconds + indexed.seconds,
      cpuSeconds: built.cpuSeconds + indexed.cpuSeconds,
      peakMegabytes: Math.max(built.peakMegabytes, indexed.peakMegabytes),
    }
  },
  output: 'dist',
  pathOf: (id) => `help/${id}`,
}

const quiet = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }
const binary = (name: string) => join(root, 'node_modules/.bin', name)

/** Starlight as it comes, with one folder in its navigation for each category. Installed for the occasion. */
const starlight: Builder = {
  name: 'Starlight 0.42.4',
  async prepare(folder) {
    write(folder, {
      'package.json': JSON.stringify({
        type: 'module',
        private: true,
        dependencies: { '@astrojs/starlight': '0.42.4', astro: '7.3.5' },
      }),
      'astro.config.mjs': `import { defineConfig } from 'astro/config'
import starlight from '@astrojs/starlight'
export default defineConfig({
  site: 'https://help.example',
  integrations: [starlight({ title: 'Help', sidebar: [{ label: 'Help', items: [{ autogenerate: { directory: 'help' } }] }] })],
})
`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`,
    })
    const shared = join(dirname(folder), 'starlight-modules')
    if (!existsSync(shared)) {
      await measureCommand('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder })
      cpSync(join(folder, 'node_modules'), join(shared, 'node_modules'), { recursive: true, verbatimSymlinks: true })
    } else {
      cpSync(join(shared, 'node_modules'), join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true })
    }
    return join(folder, 'src/content/docs/help')
  },
  build(folder) {
    forget(folder, 'dist', '.astro', 'node_modules/.astro')
    return measureCommand(join(folder, 'node_modules/.bin/astro'), ['build', '--silent'], { cwd: folder, env: quiet })
  },
  output: 'dist',
  pathOf: (id) => `help/${id}`,
}

export const builders = { cairn, minimal, starlight }
