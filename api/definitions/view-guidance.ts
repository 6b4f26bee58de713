import type { Announcement, HelpPanel, Picture, Tour, TourStep } from '../../content/guidance-schema.ts'
import { defaultLocale } from '../../content/article-address.ts'
import { localise, nearestLocale } from '../../content/localise.ts'
import { parseRichText } from '../../content/rich-text.ts'
import type { LocalizedText } from '../../content/schema.ts'
import type { AnnouncementView, HelpView, PictureView, StartView, TourView } from '../contract/guidance.ts'
import { viewTarget } from './view-target.ts'
import { linkToArticle } from './view.ts'
import type { HelpCenter } from './view.ts'

const viewText = (text: LocalizedText | undefined, locale: string) =>
  text === undefined ? [] : parseRichText(localise(text, locale))

const viewPicture = (image: Picture | undefined, locale: string): PictureView | null =>
  image ? { src: image.src, alt: localise(image.alt, locale) } : null

const viewStart = (start: Tour['start']): StartView | null =>
  start ? { url: start.url ?? null, event: start.event ?? null, delaySeconds: start.delaySeconds } : null

function viewAdvance(advanceOn: TourStep['advanceOn']): TourView['steps'][number]['advance'] {
  if (advanceOn === undefined) return null
  if (typeof advanceOn === 'string') return { on: advanceOn, value: null }
  return 'url' in advanceOn ? { on: 'url', value: advanceOn.url } : { on: 'event', value: advanceOn.event }
}

/** A tour as served, in one language. */
export function viewTour(tour: Tour, locale: string): TourView {
  const { launcher } = tour
  return {
    id: tour.id,
    title: localise(tour.title, locale),
    start: viewStart(tour.start),
    launcher: launcher ? { target: viewTarget(launcher.target, locale), url: launcher.url ?? null } : null,
    completionEvent: tour.completionEvent ?? null,
    steps: tour.steps.map((step) => ({
      id: step.id,
      kind: step.target ? step.kind : 'modal',
      target: step.target && step.kind !== 'modal' ? viewTarget(step.target, locale) : null,
      title: localise(step.title, locale),
      text: viewText(step.text, locale),
      image: viewPicture(step.image, locale),
      placement: step.placement,
      url: step.url ?? null,
      advance: viewAdvance(step.advanceOn),
      waitSeconds: step.waitSeconds,
      ifMissing: step.ifMissing,
    })),
  }
}

/** An announcement as served, in one language. */
export function viewAnnouncement(announcement: Announcement, locale: string, help: HelpCenter): AnnouncementView {
  return {
    id: announcement.id,
    title: localise(announcement.title, locale),
    text: viewText(announcement.text, locale),
    form: announcement.form,
    edge: announcement.edge,
    pushes: announcement.pushes,
    image: viewPicture(announcement.image, locale),
    actions: announcement.actions.map(({ title, type, target }) => ({
      title: localise(title, locale),
      type,
      target: type === 'article' ? linkToArticle(target, locale, help) : target,
    })),
    start: viewStart(announcement.start),
    from: announcement.from ?? null,
  }
}

/** The help panel as served. */
export function viewHelp(
  panel: HelpPanel | null,
  { locale, hasLauncher, articles, url }: { locale: string; hasLauncher: boolean } & HelpCenter,
): HelpView {
  return {
    url: url ?? null,
    locale: nearestLocale([...articles.keys()], locale) ?? defaultLocale,
    launcher: panel && hasLauncher ? { corner: panel.corner, pages: panel.pages } : null,
    suggestions: panel?.suggestions ?? [],
  }
}
