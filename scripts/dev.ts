import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '../api/env.ts'
import { loadKeys } from '../api/keys.ts'
import { devPages } from './dev/dev-pages.ts'
import { buildDevSdk, linkSearchIndex } from './dev/dev-sdk.ts'
import { superviseApi } from './dev/supervise-api.ts'
import { watchPaths } from './dev/watch-paths.ts'
import { explain } from './run-server.ts'

const root = join(import.meta.dirname, '..')

const sdkSources = ['sdk', 'content/progress.ts', 'surveys/flow.ts', 'api/contract', 'site/styles/tokens.css']
const apiSources = [
  'api',
  'content/programs',
  'content/scorecards',
  'content/events.yaml',
  'content/measures.yaml',
  'content/schema.ts',
  'content/progress.ts',
  'content/localise.ts',
  'surveys',
]

async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const apiPort = settings.port + 1
  mkdirSync(settings.dataDir, { recursive: true })
  const keys = loadKeys({ write: settings.writeKey, secret: settings.secretKey }, settings.dataDir)

  linkSearchIndex(root)
  await buildDevSdk(root)
  const api = await superviseApi({ PORT: String(apiPort) })

  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true'
  const { dev } = await import('astro')
  const target = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${apiPort}`
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
      plugins: [devPages(keys.write)],
      server: {
        strictPort: true,
        proxy: Object.fromEntries(
          // The API docs are a page; what lies deeper in sdk/ are sources.
          ['^/v1/(?!docs/?$)', '^/sdk/[^/]+\\.js', '^/pagefind/', '^/(healthz|readyz|metrics)$'].map((path) => [
            path,
            { target },
          ]),
        ),
      },
    },
  }).catch(async (error: unknown) => {
    await api.stop()
    throw error
  })

  const unwatch = [
    watchPaths(root, sdkSources, () => void buildDevSdk(root)),
    watchPaths(root, apiSources, () => {
      console.log('Restarting the API …')
      void api.restart()
    }),
  ]
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const at = `http://${host}:${site.address.port}`
  const hasIndex = existsSync(join(root, 'dist/site/pagefind/pagefind.js'))
  console.log(`
  Cairn is ready, and shows what you save.

  Help center  ${at}/
  Demo app     ${at}/demo/
  Console      ${at}/console/   (sign in with the secret key: ${settings.secretKey ? 'SECRET_KEY' : join(settings.dataDir, 'secret-key')})
  API docs     ${at}/v1/docs
  Write key    ${keys.write}
  Search       ${hasIndex ? 'finds what was there at the last npm run build' : 'works after npm run build'}

  Ctrl-C ends it.
`)

  const stop = (): void => {
    process.once('SIGINT', () => process.exit(130))
    for (const end of unwatch) end()
    Promise.all([site.stop(), api.stop()]).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(explain(error, settings))
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

try {
  await run()
} catch (error) {
  console.error(explain(error, undefined))
  process.exit(1)
}
