import type { Environment } from '../client/environment.ts'
import type { Weigh } from '../decide/rule.ts'
import type { Kinds } from '../kinds.ts'
import { onMove } from './on-move.ts'
import type { Whereabouts, WeighThere } from './start-rules.ts'
import { weighAnnouncements, weighBanners } from './weigh-announcements.ts'
import { weighHotspots, weighTours } from './weigh-tours.ts'

/**
 * What leads and tells people, in the order in which it comes up: loaded only where there is some. It knows where on the
 * site somebody is; `onMoved` hears of every change of the address.
 */
export const createGuide = ({ now, page }: Pick<Environment, 'now' | 'page'>, onMoved: () => void): Kinds => {
  let since = now()
  onMove(() => {
    since = now()
    onMoved()
  })
  const there = (): Whereabouts => ({ url: page().url, since })
  const here =
    (weigh: WeighThere): Weigh =>
    (state, situation) =>
      weigh(state, { ...situation, ...there() })
  return {
    tour: { weigh: here(weighTours), interrupts: true },
    hotspot: { weigh: here(weighHotspots), many: true },
    announcement: { weigh: here(weighAnnouncements), interrupts: true },
    banner: { weigh: here(weighBanners) },
  }
}
