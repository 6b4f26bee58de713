import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

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

/** Headers of every answer. Nothing is loaded from elsewhere and no script runs inline. */
export const securityHeaders = createMiddleware((c, next) =>
  c.req.path.endsWith('.svg') ? forPictures(c, next) : forPages(c, next),
)
