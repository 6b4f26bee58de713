import { attachCairn } from './attach.ts'
import { browserEnvironment } from './client/environment.ts'
import type { Parts } from './parts.ts'
import { startCairn } from './start.ts'

/** File names of the parts, which the build puts here. */
declare const PARTS: Record<keyof Parts, string>

const script = document.currentScript as HTMLScriptElement | null

attachCairn(window, script, (options) =>
  startCairn(options, browserEnvironment(), (part, failures) => {
    // Some browsers remember that an import failed, so the next one has another address.
    const file = failures ? `${PARTS[part]}?${failures}` : PARTS[part]
    return import(new URL(file, script?.src).href)
  }),
)
