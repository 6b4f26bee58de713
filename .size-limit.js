import { asSent, filesOfPage, filesOfSdk } from './scripts/fetched-files.ts'

const sdk = (parts) => filesOfSdk('dist/sdk', parts)
const page = (path) => filesOfPage('dist/site', path)

/** What a visitor downloads: every byte is one that a host page has to pay for. */
const downloads = [
  ['SDK loader', sdk([]), '2.5 kB'],
  ['SDK with a survey', sdk(['core', 'survey']), '11 kB'],
  ['SDK with a checklist', sdk(['core', 'checklist']), '11 kB'],
  ['SDK with a tour', sdk(['core', 'guide', 'tour']), '14 kB'],
  ['SDK with an announcement', sdk(['core', 'guide', 'announcement']), '11 kB'],
  ['SDK with the button of the help panel', sdk(['core', 'all', 'help']), '12.75 kB'],
  ['SDK with the help panel', sdk(['core', 'all', 'help', 'panel']), '29.5 kB'],
  ['An article', page('help/getting-started/first-lesson'), '12 kB'],
  ['The largest article, which has every part', page('fr/help/planning/calendar-link'), '12 kB'],
  ['Its scripts', page('fr/help/planning/calendar-link').filter((file) => file.endsWith('.js')), '2 kB'],
  ['The search page', page('search'), '20 kB'],
  ['The console', page('console'), '40 kB'],
]

/** As it is sent, so nothing is compressed here. @type {import('size-limit').SizeLimitConfig} */
export default downloads.map(([name, files, limit]) => ({ name, path: asSent(files), limit, brotli: false }))
