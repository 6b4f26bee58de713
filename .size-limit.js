import { filesOfPage, filesOfSdk } from './scripts/fetched-files.ts'

/**
 * What a visitor downloads, compressed with Brotli: every byte is one that a host page has to pay for.
 *
 * @type {import('size-limit').SizeLimitConfig}
 */
export default [
  { name: 'SDK loader', path: filesOfSdk('dist/sdk', []), limit: '2.5 kB' },
  { name: 'SDK with a survey', path: filesOfSdk('dist/sdk', ['core', 'survey']), limit: '11 kB' },
  { name: 'SDK with a checklist', path: filesOfSdk('dist/sdk', ['core', 'checklist']), limit: '11 kB' },
  { name: 'SDK with a tour', path: filesOfSdk('dist/sdk', ['core', 'guide', 'tour']), limit: '14 kB' },
  {
    name: 'SDK with an announcement',
    path: filesOfSdk('dist/sdk', ['core', 'guide', 'announcement']),
    limit: '11 kB',
  },
  {
    name: 'SDK with the help panel',
    path: filesOfSdk('dist/sdk', ['core', 'all', 'help', 'panel']),
    limit: '29 kB',
  },
  { name: 'An article', path: filesOfPage('dist/site', 'help/getting-started/first-lesson'), limit: '12 kB' },
  {
    name: 'An article that has every part',
    path: filesOfPage('dist/site', 'help/planning/calendar-link'),
    limit: '12 kB',
  },
  { name: 'The search page', path: filesOfPage('dist/site', 'search'), limit: '20 kB' },
  {
    name: 'Scripts of an article that has every part',
    path: filesOfPage('dist/site', 'help/planning/calendar-link').filter((file) => file.endsWith('.js')),
    limit: '2 kB',
  },
  { name: 'The console', path: filesOfPage('dist/site', 'console'), limit: '40 kB' },
]
