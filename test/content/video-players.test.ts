import { expect, test } from 'vitest'
import { findVideo, playerOrigins } from '../../content/video-players.ts'

const youTube = 'https://www.youtube-nocookie.com/embed/'
const vimeo = 'https://player.vimeo.com/video/'

test.each([
  ['https://www.youtube.com/watch?v=abc_DEF-123', 'youtube.com', `${youTube}abc_DEF-123?autoplay=1`],
  ['https://m.youtube.com/watch?v=abc&t=42s', 'youtube.com', `${youTube}abc?autoplay=1&start=42`],
  ['https://youtu.be/abc?start=7', 'youtube.com', `${youTube}abc?autoplay=1&start=7`],
  ['https://www.youtube.com/shorts/abc', 'youtube.com', `${youTube}abc?autoplay=1`],
  ['https://vimeo.com/76979871', 'vimeo.com', `${vimeo}76979871?dnt=1&autoplay=1`],
  ['https://vimeo.com/76979871/a1b2', 'vimeo.com', `${vimeo}76979871?dnt=1&autoplay=1&h=a1b2`],
  ['https://player.vimeo.com/video/5?h=c3', 'vimeo.com', `${vimeo}5?dnt=1&autoplay=1&h=c3`],
  ['https://videos.example/a/book.mp4?x=1', 'videos.example', 'https://videos.example/a/book.mp4?x=1'],
  ['/videos/book.mp4', null, '/videos/book.mp4'],
])('%s is a video of %s', (link, host, player) => {
  expect(findVideo(link)).toEqual({ host, kind: link.includes('.mp4') ? 'file' : 'frame', player })
})

test.each([
  'https://www.youtube.com/@roadbook',
  'https://www.youtube.com/watch',
  'https://vimeo.com/features',
  'https://youtube.com.evil.example/watch?v=abc',
  'http://videos.example/book.mp4',
  '//videos.example/book.mp4',
  '/help/planning/',
  'mailto:a@b.ch',
])('%s is none', (link) => {
  expect(findVideo(link)).toBeNull()
})

test('players are framed from the hosts that the policy of the pages names', () => {
  const origins = ['https://youtu.be/abc', 'https://vimeo.com/1'].map((link) => new URL(findVideo(link)!.player).origin)
  expect(origins).toEqual(playerOrigins)
})
