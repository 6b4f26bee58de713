import { OpenAPIHono } from '@hono/zod-openapi'
import { boundedBody } from './http/body.ts'
import { allowOrigins } from './http/cors.ts'
import type { Env } from './http/env.ts'
import { limitStrangers } from './http/limit-requests.ts'
import { onError } from './http/errors.ts'
import { noRoute } from './http/no-route.ts'
import { observeRequests } from './http/observe-requests.ts'
import { pathUnder } from './http/path-under.ts'
import { securityHeaders } from './http/security-headers.ts'
import { staticFiles } from './http/static.ts'
import { accountRoutes } from './routes/accounts.ts'
import { articleRoutes } from './routes/articles.ts'
import { auditLogRoutes } from './routes/audit-log.ts'
import { browserRoutes } from './routes/browser.ts'
import { contactForm } from './routes/contact-form.ts'
import { definitionRoutes } from './routes/definitions.ts'
import { eventRoutes } from './routes/events.ts'
import { healthRoutes } from './routes/health.ts'
import { ingestRoutes } from './routes/ingest.ts'
import { keyRoutes } from './routes/keys.ts'
import { mailRoutes } from './routes/mails.ts'
import { requestRoutes } from './routes/requests.ts'
import { rejectedMessageRoutes } from './routes/rejected-messages.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { searchRoutes } from './routes/searches.ts'
import { sessionRoutes } from './routes/session.ts'
import { statusRoutes } from './routes/status.ts'
import { surveyRoutes } from './routes/surveys.ts'
import { traitRoutes } from './routes/traits.ts'
import { userRoutes } from './routes/users.ts'
import type { Services } from './services.ts'

/** Those that need a key, by which they are limited. */
const keyedRoutes = [
  ingestRoutes,
  browserRoutes,
  surveyRoutes,
  articleRoutes,
  searchRoutes,
  requestRoutes,
  mailRoutes,
  accountRoutes,
  userRoutes,
  traitRoutes,
  rejectedMessageRoutes,
  eventRoutes,
  healthRoutes,
  definitionRoutes,
  keyRoutes,
  auditLogRoutes,
  metricsRoutes,
]

/**
 * Assembles the server: the API, and what was built into `dist`. Listens nowhere, so that a test can call
 * `app.request()`.
 *
 * @param options.dist - Folder of the built site and SDK; without it only the API is served.
 */
export function createApp(services: Services, options: { dist?: string } = {}) {
  const app = new OpenAPIHono<Env>({ getPath: pathUnder(services.settings.pathPrefix) })
  app.onError(onError(services.log))
  const answerUnrouted = noRoute(app)
  app.notFound(answerUnrouted)

  app.use(observeRequests(services))
  app.use(securityHeaders)
  app.use('/v1/*', allowOrigins(services))
  app.use('/v1/*', boundedBody)
  app.route('/', statusRoutes(services))
  for (const route of keyedRoutes) app.route('/', route())
  // What comes past them has no key that could be counted.
  app.use('/v1/*', limitStrangers('requests'))
  app.route('/', sessionRoutes())
  describe(app, services.settings.publicUrl)

  const { publicUrl, demo } = services.settings
  const demoKey = demo ? services.keys.write : undefined
  const { redirects } = services.definitions
  const files = options.dist ? staticFiles({ dist: options.dist, demoKey, publicUrl, redirects }) : undefined
  if (files) app.get('/v1/docs', (c) => files.fetch(new Request(new URL('/v1/docs/', c.req.url), c.req.raw)))
  app.all('/v1/*', answerUnrouted)
  app.use(limitStrangers('files'))
  if (options.dist) app.route('/', contactForm(options.dist))
  if (files) app.route('/', files)
  return app
}

function describe(app: OpenAPIHono<Env>, publicUrl: string | undefined): void {
  const schemes = {
    writeKey: { type: 'http', scheme: 'bearer', description: 'The write key (pk_…): it may be seen in a page.' },
    writeKeyBasic: { type: 'http', scheme: 'basic', description: 'The write key as user name, without a password.' },
    secretKey: { type: 'http', scheme: 'bearer', description: 'The secret key (sk_…): only for servers.' },
    session: { type: 'apiKey', in: 'cookie', name: 'cairn_session', description: 'A session of the console.' },
  } as const
  for (const [name, scheme] of Object.entries(schemes)) {
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme)
  }
  app.doc31('/v1/openapi.json', {
    openapi: '3.1.0',
    servers: [{ url: publicUrl ?? '/' }],
    info: {
      title: 'Cairn',
      version: '1',
      license: { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      description:
        'Events in; onboarding progress, survey results and health scores out. Every route is limited, by key and by address: answers say in `RateLimit-Policy` how many messages or requests a second may have, and in `RateLimit` what is left of it.',
    },
  })
}
