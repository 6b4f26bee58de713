import type { Cairn, CairnOptions } from './cairn.ts'
import { browserEnvironment } from './client/environment.ts'
import type { Parts } from './parts.ts'
import { startCairn } from './start.ts'

/**
 * Starts Cairn on this page, for products that bundle it. Pages with the script tag have it as `window.cairn`.
 * It keeps its state to itself, so several can live on one page.
 *
 * @example
 * ```ts
 * const cairn = createCairn({ key: 'pk_…', api: 'https://cairn.example.com', userId: 'mia', accountId: 'linden' })
 * cairn.track('invoice_sent', { amount: 90 })
 * ```
 */
export function createCairn(options: CairnOptions): Cairn {
  return startCairn(options, browserEnvironment(), (part) => parts[part]())
}

const parts: { [Part in keyof Parts]: () => Promise<Parts[Part]> } = {
  core: () => import('./core.ts'),
  checklist: () => import('./checklist/show-checklist.ts'),
  extras: () => import('./checklist/extras.ts'),
  milestone: () => import('./milestone/show-milestone.ts'),
  certificate: () => import('./milestone/certificate.ts'),
  survey: () => import('./survey/show-survey.ts'),
  choices: () => import('./survey/choices.ts'),
  de: () => import('./i18n/de.ts'),
  es: () => import('./i18n/es.ts'),
  guide: () => import('./guide/create-guide.ts'),
  pages: () => import('./guide/create-pages.ts'),
  tour: () => import('./tour/show-tour.ts'),
  hotspot: () => import('./hotspot/show-hotspot.ts'),
  announcement: () => import('./announcement/show-announcement.ts'),
  banner: () => import('./banner/show-banner.ts'),
  fr: () => import('./i18n/fr.ts'),
  debug: () => import('./debug/watched-core.ts'),
  all: () => import('./guide/create-all.ts'),
  help: () => import('./help/show-help.ts'),
  panel: () => import('./help/panel.ts'),
  'help-de': () => import('./help/words/help-de.ts'),
  'help-es': () => import('./help/words/help-es.ts'),
  'help-fr': () => import('./help/words/help-fr.ts'),
}
