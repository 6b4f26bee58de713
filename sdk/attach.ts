import { report } from './client/report.ts'
import type { Cairn, CairnOptions, QueuedCall } from './cairn.ts'

/** A page as far as the script tag is concerned: before Cairn has loaded, `cairn` is an array of calls. */
export interface CairnPage {
  cairn?: Cairn | QueuedCall[]
}

/**
 * Starts Cairn as the script tag says and makes the calls that were queued before. A second script tag does nothing,
 * and nothing that goes wrong reaches the page.
 */
export const attachCairn = (
  page: object,
  script: Pick<HTMLScriptElement, 'localName' | 'src' | 'dataset'> | null,
  start: (options: CairnOptions) => Cairn,
): void => {
  try {
    const { cairn: before } = page as CairnPage
    const queue = Array.isArray(before) ? before : []
    // An element with the id "cairn" is also `window.cairn`, so being there is not enough.
    if (typeof (before as Cairn | undefined)?.track === 'function') return
    const { key, user, userHash, account, api, locale, consent } = script?.dataset ?? {}
    // Elements with the name "currentScript" are it for the document.
    if (script?.localName !== 'script' || !key) return report('the script tag needs data-key')
    const cairn = start({
      key,
      api: api || new URL('..', script.src).href,
      userId: user,
      userHash,
      accountId: account,
      locale,
      needsConsent: consent != null,
    })
    // Taken out before they are made: a call that queues another would otherwise never come to an end.
    const calls = queue.splice(0)
    ;(page as CairnPage).cairn = cairn
    queue.push = cairn.push as never
    cairn.push(...calls)
  } catch (error) {
    report(error)
  }
}
