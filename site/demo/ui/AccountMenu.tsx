import { useEffect, useRef } from 'preact/hooks'
import { roles } from '../data/school.ts'
import { signIn, signOut, startSchool } from '../session.ts'
import { initials } from './initials.ts'
import { useRoadbook } from './use-roadbook.ts'

/** Who is signed in, and the ways to become somebody else. */
export function AccountMenu() {
  const { demo, school, person } = useRoadbook()
  const menu = useRef<HTMLDetailsElement>(null)
  const others = school.people.filter(({ id, invited }) => id !== person.id && !invited)

  useEffect(() => closeOutside(menu.current), [])

  function choose(action: () => void): void {
    if (menu.current) menu.current.open = false
    action()
  }

  return (
    <details class="account" ref={menu}>
      <summary>
        <span class="avatar" aria-hidden="true">
          {initials(person.name)}
        </span>
        <span class="account-name">
          {person.name}
          <small>{roles[person.role]}</small>
        </span>
      </summary>
      <div class="account-menu">
        {others.map((other) => (
          <button
            type="button"
            key={other.id}
            onClick={() => choose(() => signIn(demo, { accountId: school.id, userId: other.id }))}
          >
            Switch to {other.name}
            <small>{roles[other.role]}, same school</small>
          </button>
        ))}
        <button type="button" onClick={() => choose(() => startSchool(demo))}>
          New school
          <small>Starts from nothing, as Mia Keller</small>
        </button>
        <button type="button" onClick={() => choose(() => signOut(demo))}>
          Sign out
        </button>
      </div>
    </details>
  )
}

/** Closes an open menu on Escape and on a click elsewhere; returns how to stop. */
function closeOutside(menu: HTMLDetailsElement | null): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu?.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
  const onClick = (event: MouseEvent) => {
    if (menu?.open && !event.composedPath().includes(menu)) menu.open = false
  }
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', onClick)
  return () => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('click', onClick)
  }
}
