import type { KnipConfig } from 'knip'

/** Code of an Astro file: its front matter, its scripts, and the files that its scripts are. */
function codeOf(astro: string) {
  const frontMatter = /^---\r?\n([^]*?)\r?\n---/.exec(astro)?.[1] ?? ''
  const scripts = [...astro.matchAll(/<script(?<attributes>[^>]*)>(?<code>[^]*?)<\/script>/g)].map(({ groups }) => {
    const source = /\bsrc="(\..*?)"/.exec(groups?.['attributes'] ?? '')?.[1]
    return source ? `import '${source}'` : (groups?.['code'] ?? '')
  })
  return [frontMatter, ...scripts].join('\n')
}

export default {
  // Where reading begins: what is run by name, and not imported by anything.
  entry: [
    'scripts/*.ts',
    // Started by dev.ts in a process of its own.
    'scripts/dev/serve-api.ts',
    'sdk/index.ts',
    'sdk/loader.ts',
    'site/pages/**/*.astro',
    'api/server.ts',
    'api/contract/*.ts',
    'test/**/*.test.{ts,tsx}',
    'test/e2e/*.spec.ts',
    // Started in processes of their own.
    'test/support/{serve-api,migrate-process,write-process}.ts',
    'test/bench/{ingest,sdk,search,soak,scale,site,validating-server}.ts',
    // Bundled for the page of the benchmark.
    'test/bench/search/engines/{cairn,minisearch,pagefind}.ts',
  ],
  project: ['{api,content,scripts,sdk,search,site,surveys,test}/**/*.{ts,tsx,astro,mdx}', '*.{ts,js}'],
  compilers: { astro: codeOf },
  // Of the system: tests of full disks skip themselves where they are missing.
  ignoreBinaries: ['chattr', 'mount', 'umount'],
  // A type may be exported for the reader: it says what the function beside it takes.
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig
