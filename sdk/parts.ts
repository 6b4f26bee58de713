import type { css as extrasCss, extras } from './checklist/extras.ts'
import type { createCore } from './core.ts'
import type { createCore as createWatchedCore } from './debug/watched-core.ts'
import type { createGuide } from './guide/create-guide.ts'
import type { createGuide as createAll } from './guide/create-all.ts'
import type { createGuide as createPages } from './guide/create-pages.ts'
import type { Language, Translation } from './i18n/translation.ts'
import type { openPanel } from './help/panel.ts'
import type { HelpWords } from './help/words/help-words.ts'
import type { Kind } from './kinds.ts'
import type { saveCertificate } from './milestone/certificate.ts'
import type { choices, css } from './survey/choices.ts'
import type { Prepare, Show } from './ui/part.ts'

/**
 * What is loaded when it is first needed: the core, or the one that the debug panel watches, the guide, for each kind what
 * shows it, the help panel, and the words of each language; those of the help panel by themselves.
 */
export type Parts = {
  core: { createCore: typeof createCore }
  debug: { createCore: typeof createWatchedCore }
  guide: { createGuide: typeof createGuide }
  pages: { createGuide: typeof createPages }
  extras: { extras: typeof extras; css: typeof extrasCss }
  certificate: { saveCertificate: typeof saveCertificate }
  all: { createGuide: typeof createAll }
  choices: { choices: typeof choices; css: typeof css }
  panel: { openPanel: typeof openPanel }
} & Record<Kind, { show: Show; prepare?: Prepare }> &
  Record<Language, { translation: Translation }> &
  Record<`help-${Language}`, { words: HelpWords }>

/** Loads a part. `failures` says how often it was asked for in vain. */
export type LoadPart = <Part extends keyof Parts>(part: Part, failures?: number) => Promise<Parts[Part]>
