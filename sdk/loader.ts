import { attachCairn } from './attach.ts'
import { browserEnvironment } from './client/environment.ts'
import { startCairn } from './start.ts'

/** In the names of the parts; the build puts it here. */
declare const HASH: string

const script = document.currentScript as HTMLScriptElement | null

// Without this colour (before May 2024) a browser shows words without a card under them, so nothing is begun there.
if (CSS.supports('color:light-dark(red,red)')) {
  attachCairn(window, script, (options) =>
    startCairn(options, browserEnvironment(), (part, failures) => {
      // Some browsers remember that an import failed, so the next one has another address: where the page has an import
      // map, the hash that this may have for the part would not hold for another.
      const again = failures && !document.querySelector('[type=importmap]') ? `?${failures}` : ''
      return import(new URL(`${part}-${HASH}.js${again}`, script?.src).href)
    }),
  )
}
