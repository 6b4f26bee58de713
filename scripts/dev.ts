import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { articleFiles } from '../api/definitions/list-articles.ts'
import { readSettings } from '../api/env.ts'
import { loadKeys } from '../api/keys/key-files.ts'
import { devPages } from './dev/dev-pages.ts'
import { buildDevSdk, linkSearchIndex } from './dev/dev-sdk.ts'
import { needPorts } from './dev/need-ports.ts'
import { superviseApi } from './dev/supervise-api.ts'
import { watchPaths } from './dev/watch-paths.ts'
import { endOnSignal } from './serve/end-on-signal.ts'
import { explainError } from './serve/explain-error.ts'
import { readyBlock } from './serve/ready-block.ts'

const root = join(import.meta.dirname, '..')

const sdkSources = ['sdk', 'content', 'search', 'surveys/flow.ts', 'api/contract', 'site/styles/tokens.css']
const apiSources = [
  'api',
  'content/programs',
  'content/scorecards',
  'content/emails',
  'content/events.yaml',
  'content/measures.yaml',
  'content/support.yaml',
  'content/article-address.ts',
  'content/schema.ts',
  'content/guidance-schema.ts',
  'content/program-schema.ts',
  'content/progress.ts',
  'content/localise.ts',
  'surveys',
]

async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const { apiPort } = await needPorts(settings)
  mkdirSync(settings.dataDir, { recursive: true })
  const keys = loadKeys({ write: settings.writeKey, secret: settings.secretKey }, settings.dataDir)

  linkSearchIndex(root)
  await buildDevSdk(root)
  const api = await superviseApi({ PORT: String(apiPort) })

  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true'
  const { dev } = await import('astro')
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const target = `http://${host}:${apiPort}`
  const site = await dev({
    root,
    logLevel: 'warn',
    devToolbar: { enabled: false },
    // Else Astro refuses addresses of the API before they are passed on.
    trailingSlash: 'ignore',
    server: { port: settings.port, host: settings.host },
    vite: {
      // Of its own: `astro sync`, which the linter runs, would empty the usual one under a running server.
      cacheDir: join(root, 'node_modules/.vite-dev'),
      plugins: [devPages({ root, writeKey: keys.write })],
      server: {
        strictPort: true,
        proxy: Object.fromEntries(
          // The API docs are a page; what lies deeper in sdk/ are sources.
          ['^/v1/(?!docs/?$)', '^/sdk/[^/]+\\.js', '^/(pagefind|search-index)/', '^/(healthz|readyz|metrics)$'].map(
            (path) => [path, { target }],
          ),
        ),
      },
    },
  }).catch(async (error: unknown) => {
    await api.stop()
    throw error
  })

  const restartApi = (): void => {
    console.log('Restarting the API …')
    void api.restart()
  }
  // The API links to articles but never reads one: what counts for it is which there are.
  let articles = articleFiles(root).join()
  const unwatch = [
    watchPaths(root, sdkSources, () => void buildDevSdk(root)),
    watchPaths(root, apiSources, restartApi),
    watchPaths(root, ['content/articles'], () => {
      const before = articles
      articles = articleFiles(root).join()
      if (articles !== before) restartApi()
    }),
  ]
  const hasIndex = existsSync(join(root, 'dist/site/search-index'))
  console.log(
    readyBlock({
      at: `http://${host}:${site.address.port}`,
      settings: { ...settings, demo: true },
      writeKey: keys.write,
      news: 'Cairn is ready, and shows what you save.',
      more: { Search: hasIndex ? 'finds what was there at the last npm run build' : 'works after npm run build' },
    }),
  )

  endOnSignal(() => {
    for (const end of unwatch) end()
    return Promise.all([site.stop(), api.stop()])
  })
}

try {
  await run()
} catch (error) {
  console.error(explainError(error))
  process.exit(1)
}
