import { hide, show } from '../decide/rule.ts'
import { matchesUrl } from './matches-url.ts'
import { startRules } from './start-rules.ts'
import type { WeighThere } from './start-rules.ts'

/** When a tour comes up. */
export const weighTours: WeighThere = ({ tours }, situation) =>
  tours.map(({ definition: { id, start }, eligible, reason }) => ({
    id,
    rules: [
      [situation.begun === id, show('begun')],
      [!eligible, hide(reason)],
      [!start, hide('waits to be opened')],
      ...startRules(start, situation),
    ],
    otherwise: show('due'),
  }))

/** When the beacon of a tour is there. */
export const weighHotspots: WeighThere = ({ tours }, { begun, over, url, wanted }) =>
  tours.flatMap(({ definition: { id, launcher }, offered }) =>
    launcher
      ? {
          id: `${id}/launcher`,
          rules: [
            [!offered || over.includes(id), hide('tour is over')],
            [begun === id || wanted.includes(id), hide('tour is on')],
            [!!launcher.url && !matchesUrl(launcher.url, url), hide('other page')],
          ],
          otherwise: show('offered'),
        }
      : [],
  )
