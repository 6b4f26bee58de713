import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { playerOrigins } from '../../content/video-players.ts'
import type { Env } from './env.ts'

const common = {
  referrerPolicy: 'strict-origin-when-cross-origin',
  xFrameOptions: 'DENY',
  // The SDK and the API are for other origins; those routes say so themselves.
  crossOriginResourcePolicy: false,
  // A self-hosted server may be reached without TLS; whoever terminates TLS sets this.
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
}

const forPages = secureHeaders({
  ...common,
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    // Pagefind's search is WebAssembly.
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    // Videos in articles, which load when somebody plays them.
    frameSrc: playerOrigins,
    mediaSrc: ["'self'", 'https:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
})

// A picture that is opened by itself is a document: its own styles may run, nothing else.
const forPictures = secureHeaders({
  ...common,
  contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], sandbox: [] },
})

// Answers of the API are no pages, and about people: no cache between keeps them.
const ofAnswers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

const forAnswers: MiddlewareHandler<Env> = (c, next) => {
  Object.assign(c.get('headers'), ofAnswers)
  return next()
}

/** Headers of every answer. Nothing is loaded from elsewhere and no script runs inline. */
export const securityHeaders = createMiddleware<Env>((c, next) => {
  const { path } = c.req
  if (path.startsWith('/v1/') && !path.startsWith('/v1/docs')) return forAnswers(c, next)
  return path.endsWith('.svg') ? forPictures(c, next) : forPages(c, next)
})
