import { useEffect, useState } from 'preact/hooks'

/** The main sections, as the navigation shows them. */
export const sections = [
  { id: 'dashboard', title: 'Dashboard' },
  { id: 'setup', title: 'Set up' },
  { id: 'students', title: 'Students' },
  { id: 'planning', title: 'Planning' },
  { id: 'invoices', title: 'Invoices' },
  { id: 'support', title: 'Support' },
] as const

export type SectionId = (typeof sections)[number]['id']

/** Where the person is: a section, and what of it. */
export interface Route {
  section: SectionId
  detail: string | null
}

/** The link to a section, or to one thing in it. */
export function hrefOf(section: SectionId, detail?: string): string {
  return detail === undefined ? `#/${section}` : `#/${section}/${detail}`
}

/** Reads `#/setup/team`. What it does not know is the dashboard. */
function readRoute(hash: string): Route {
  const [name, detail] = hash.replace(/^#\/?/, '').split('/')
  const section = sections.find(({ id }) => id === name)
  return section
    ? { section: section.id, detail: detail ? decodeURIComponent(detail) : null }
    : { section: 'dashboard', detail: null }
}

/** The present route; draws again when it changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const onChange = () => setHash(location.hash)
    window.addEventListener('hashchange', onChange)
    return () => window.removeEventListener('hashchange', onChange)
  }, [])
  return readRoute(hash)
}
