import { attachCairn } from './attach.ts'
import { browserEnvironment } from './client/environment.ts'
import { startCairn } from './start.ts'
import type { Parts } from './parts.ts'

/** File names of the parts, which the build puts here. */
declare const PARTS: Record<keyof Parts, string>

const script = document.currentScript as HTMLScriptElement | null

attachCairn(window, script, (options) => {
  const load = (part: keyof Parts) => () => import(new URL(PARTS[part], script?.src).href)
  return startCairn(options, browserEnvironment(), {
    core: load('core'),
    checklist: load('checklist'),
    milestone: load('milestone'),
    survey: load('survey'),
  })
})
