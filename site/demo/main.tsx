import { render } from 'preact'
import { App } from './App.tsx'
import { openDemo } from './data/demo.ts'
import { openJsonStore } from './data/json-store.ts'
import { newId } from './data/new-id.ts'
import { readLink } from './data/read-link.ts'
import { dayOf } from './rules/dates.ts'
import { arrive } from './session.ts'

const demo = openDemo({ store: openJsonStore('roadbook:'), today: dayOf(new Date()), newId })

arrive(demo, readLink(location.search))
// Without the query a reload keeps whoever is signed in by then, and links to setup steps stay on this page.
if (location.search) history.replaceState(null, '', `${location.pathname}${location.hash}`)

window.addEventListener('storage', ({ key }) => {
  // Somebody else signed in, or out, in another tab: this one follows, as with any app.
  if (key === 'roadbook:session') location.reload()
})

const root = document.querySelector('#roadbook')
if (root) render(<App demo={demo} />, root)
