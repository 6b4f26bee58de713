import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { hrefOf, sections } from '../routes.ts'
import type { SectionId } from '../routes.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Icon } from './Icon.tsx'
import { initials } from './initials.ts'
import { Mark } from './Mark.tsx'
import { useRoadbook } from './use-roadbook.ts'
import type { Notice } from './use-roadbook.ts'

interface ShellProps {
  section: SectionId
  notice: Notice | null
  children: ComponentChildren
}

/** Roadbook's frame: its name, the sections, who is signed in, and what was just done. */
export function Shell({ section, notice, children }: ShellProps) {
  const { school } = useRoadbook()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => bringIntoView(nav.current), [section])
  return (
    <div class="shell">
      <header class="masthead">
        <a class="brand" href={hrefOf('dashboard')}>
          <Mark />
          Roadbook
        </a>
        <nav class="sections" ref={nav} aria-label="Roadbook">
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={hrefOf(id)} aria-current={id === section ? 'page' : undefined}>
                  <Icon name={id} />
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="school-plate">
          <span class={`logo swatch-${school.colour}`} aria-hidden="true">
            {initials(school.name)}
          </span>
          <span>
            {school.name}
            <small>{school.done['go-live'] ? 'Open for bookings' : 'Not open yet'}</small>
          </span>
        </p>
        <AccountMenu />
      </header>
      <main class="content">
        <p class="notice" role="status">
          {notice && (
            <span>
              {notice.text} {notice.link && <a href={notice.link.href}>{notice.link.text}</a>}
            </span>
          )}
        </p>
        {children}
      </main>
    </div>
  )
}

/** On a phone the sections scroll sideways: shows the present one, without moving the page. */
function bringIntoView(nav: HTMLElement | null): void {
  const link = nav?.querySelector<HTMLElement>('[aria-current]')
  if (!nav || !link) return
  nav.scrollLeft +=
    link.getBoundingClientRect().left - nav.getBoundingClientRect().left - (nav.clientWidth - link.clientWidth) / 2
}
