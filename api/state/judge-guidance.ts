import type { Announcement, Tour } from '../../content/guidance-schema.ts'
import type { State } from '../contract/state.ts'
import { dayOf } from '../day.ts'
import { viewAnnouncement, viewHelp, viewTour } from '../definitions/view-guidance.ts'
import { outsideAudience } from '../impressions/audience.ts'
import type { Services } from '../services.ts'
import type { Past } from './past.ts'
import type { Viewer } from './viewer.ts'

/** Every tour, whether it may come up by itself, and how far this person got. */
export const judgeTours = ({ definitions }: Services, viewer: Viewer): State['tours'] =>
  definitions.tours.map((tour) => {
    const { past } = viewer
    const [completed, dismissed] = [
      past.latest('tour', tour.id, 'completed'),
      past.latest('tour', tour.id, 'dismissed'),
    ]
    const isShown = past.targets('tour', 'shown').includes(tour.id) || past.targets('tour', 'opened').includes(tour.id)
    const outside = outsideAudience(tour.audience, viewer)
    const reason =
      (completed && 'Completed before.') || (dismissed && 'Dismissed before.') || (isShown && 'Shown before.')
    const refusal = outside ?? (reason || viewer.spent)
    return {
      definition: viewTour(tour, viewer.locale),
      eligible: refusal === null,
      reason: refusal ?? 'Not shown before.',
      offered: outside === null && !completed && !dismissed,
      reached: reachedStep(tour, past, completed),
    }
  })

/** The step at which a person stopped. Whoever came to the end begins anew. */
function reachedStep({ id, steps }: Tour, past: Past, completed: string): string | null {
  const latest = steps
    .map((step) => ({ step: step.id, latest: past.latest('tour', `${id}/${step.id}`, 'reached') }))
    .reduce((last, next) => (next.latest > last.latest ? next : last), { step: '', latest: completed })
  return latest.step || null
}

/** Why an announcement is not for this person, or not yet; null where it is. */
export function outsideAnnouncement({ audience, from }: Announcement, viewer: Viewer, today: string): string | null {
  return outsideAudience(audience, viewer) ?? (from !== undefined && from > today ? `It begins on ${from}.` : null)
}

/** The announcements that are for this person, those of the past included. */
export function judgeAnnouncements({ definitions, settings, now }: Services, viewer: Viewer): State['announcements'] {
  const today = dayOf(now())
  const help = { articles: definitions.articles, url: settings.publicUrl }
  return definitions.announcements
    .filter((announcement) => outsideAnnouncement(announcement, viewer, today) === null)
    .map((announcement) => {
      const seenAt = firstSeen(announcement, viewer.past)
      const isOver = announcement.until !== undefined && announcement.until < today
      const isBanner = announcement.form === 'banner'
      // A banner stands there until it is closed, and takes nobody's attention.
      const reason =
        seenAt === undefined ? (isBanner ? null : viewer.spent) : isBanner ? 'Closed before.' : 'Shown before.'
      const refusal = isOver ? 'Its last day is over.' : reason
      return {
        definition: viewAnnouncement(announcement, viewer.locale, help),
        eligible: refusal === null,
        reason: refusal ?? (isBanner ? 'Not closed yet.' : 'Not shown before.'),
        seenAt: seenAt === undefined ? null : new Date(seenAt).toISOString(),
      }
    })
}

/** The help panel, which everybody can open, and whether this person has a button for it. */
export function judgeHelp({ definitions, settings }: Services, viewer: Viewer): State['help'] {
  const { helpPanel, articles } = definitions
  const hasLauncher = !!helpPanel?.launcher && outsideAudience(helpPanel.audience, viewer) === null
  return viewHelp(helpPanel, { locale: viewer.locale, hasLauncher, articles, url: settings.publicUrl })
}

function firstSeen({ id, form }: Announcement, past: Past): number | undefined {
  if (form === 'banner') return past.at('banner', id, 'dismissed')
  return past.at('announcement', id, 'shown') ?? past.at('announcement', id, 'opened')
}
