import type { Kinds } from '../kinds.ts'
import type { StageOptions } from '../ui/stage.ts'
import { createHere } from './create-here.ts'
import { weighAnnouncements, weighBanners } from './weigh-announcements.ts'
import { weighHotspots, weighTours } from './weigh-tours.ts'

/**
 * What leads and tells people, in the order in which it comes up: loaded only where there is some.
 *
 * @param here - Given by a guide that has these among others: all of it knows the same page.
 */
export const createGuide = (
  { environment }: Pick<StageOptions, 'environment'>,
  onMoved: () => void,
  here = createHere(environment, onMoved),
): Kinds => ({
  tour: { weigh: here(weighTours), interrupts: true },
  hotspot: { weigh: here(weighHotspots), many: true },
  announcement: { weigh: here(weighAnnouncements), interrupts: true },
  banner: { weigh: here(weighBanners) },
})
