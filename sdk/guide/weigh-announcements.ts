import { hide, show } from '../decide/rule.ts'
import { startRules } from './start-rules.ts'
import type { WeighThere } from './start-rules.ts'

const weigh =
  (banners: boolean): WeighThere =>
  ({ announcements }, situation) =>
    announcements
      .filter(({ definition: { form } }) => (form === 'banner') === banners)
      .map(({ definition: { id, start }, eligible, reason }) => ({
        id,
        rules: [[!eligible, hide(reason)], ...startRules(start, situation)],
        otherwise: show('due'),
      }))

/** When an announcement comes up. */
export const weighAnnouncements = weigh(false)

/** When a banner is there. */
export const weighBanners = weigh(true)
