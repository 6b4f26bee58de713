import { findVideo, type Video } from '../../content/video-players.ts'
import type { Texts } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'
import { element, type Element, type ElementVisitor } from './element.ts'

type VideoTexts = Texts['article']['video']

/** A link to a video that is alone in its paragraph becomes a box in which it plays. */
export const videos = (texts: VideoTexts): ElementVisitor => ({
  filter: ['a'],
  visit(node, context) {
    const link = node.properties['href'] ?? ''
    const video = findVideo(link)
    const paragraph = video ? context.parent(node) : undefined
    if (!video || paragraph?.type !== 'element' || paragraph.tagName !== 'p' || paragraph.children.length !== 1) return
    const words = context.textContent(node)
    const title = words === link ? texts.title : words
    context.replaceNode(paragraph, video.host === null ? ownVideo(video, title) : box(video, { link, title, texts }))
  },
})

const ownVideo = ({ player }: Video, title: string) =>
  element('video', { src: player, controls: true, preload: 'metadata', ariaLabel: title })

/** Nothing of the other host is loaded until the button is pressed, which shows when its script has come. */
function box(video: Video, { link, title, texts }: { link: string; title: string; texts: VideoTexts }): Element {
  const host = video.host ?? ''
  const player =
    video.kind === 'file'
      ? element('video', { src: video.player, controls: true, autoPlay: true, ariaLabel: title })
      : element('iframe', { src: video.player, title, allow: 'autoplay; fullscreen; picture-in-picture' })
  return element(
    'div',
    { className: ['video'] },
    element('p', {}, element('a', { href: link }, title)),
    element('button', { type: 'button', className: ['button'], hidden: true }, fill(texts.play, { host })),
    element('p', {}, fill(texts.hint, { host })),
    element('template', {}, player),
  )
}
