import { attachCairn } from './attach.ts'
import { browserEnvironment } from './client/environment.ts'
import { startCairn } from './start.ts'

/** In the names of the parts; the build puts it here. */
declare const HASH: string

const script = document.currentScript as HTMLScriptElement | null

// A browser without them (before 2023) can show nothing, so nothing is begun there.
if ('adoptedStyleSheets' in document) {
  attachCairn(window, script, (options) =>
    startCairn(options, browserEnvironment(), (part, failures) => {
      // Some browsers remember that an import failed, so the next one has another address: where the page has an import
      // map, the hash that this may have for the part would not hold for another.
      const again = failures && !document.querySelector('[type=importmap]') ? `?${failures}` : ''
      return import(new URL(`${part}-${HASH}.js${again}`, script?.src).href)
    }),
  )
}
