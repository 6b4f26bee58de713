import { cairn } from './cairn.ts'
import type { Demo, Session } from './data/demo.ts'
import { introduce } from './introduce.ts'

/** Opens the page for whom a link names, else for whoever is signed in; a first visit gets a school of its own. */
export function arrive(demo: Demo, link: Session | null): void {
  const state = demo.state()
  if (link && !isHere(demo, link)) signIn(demo, link)
  else if (state.signedIn) introduce(state.person, state.school)
  else if (!state.school) startSchool(demo)
}

/** Signs somebody in, and tells Cairn who it is before it tells that they signed in. */
export function signIn(demo: Demo, session: Session): void {
  if (demo.state().signedIn) cairn('reset')
  demo.signIn(session)
  greet(demo)
}

/** Opens a fresh school with its owner signed in. */
export function startSchool(demo: Demo): void {
  if (demo.state().signedIn) cairn('reset')
  demo.startSchool()
  greet(demo)
}

/** Signs out: from here on Cairn knows nobody. */
export function signOut(demo: Demo): void {
  demo.signOut()
  cairn('reset')
}

function greet(demo: Demo): void {
  const state = demo.state()
  if (!state.signedIn) return
  introduce(state.person, state.school)
  cairn('track', 'signed_in', { method: 'link' })
}

function isHere(demo: Demo, { accountId, userId }: Session): boolean {
  const state = demo.state()
  return state.signedIn && state.school.id === accountId && state.person.id === userId
}
