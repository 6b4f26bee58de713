import { useEffect, useRef, useState } from 'preact/hooks'
import { readRoute, writeRoute } from '../routes.ts'
import type { Route } from '../routes.ts'

/** The current route and how to change it. `replace` makes no new entry in the history. */
export interface Navigation {
  route: Route
  go: (route: Route, how?: 'push' | 'replace') => void
}

/** Follows the hash of the page. Going back finds the place where the page was scrolled to. */
export const useRoute = (): Navigation => {
  const [route, setRoute] = useState<Route>(() => readRoute(location.hash) ?? { page: 'unknown' })
  const places = useRef(new Map<string, number>())
  const shown = useRef(location.hash)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    history.replaceState('visited', '')
    const follow = (): void => {
      const next = readRoute(location.hash)
      // An anchor within the page, such as the one of a skip link, is no route.
      if (next === null) return
      const returned = history.state === 'visited'
      places.current.set(shown.current, scrollY)
      shown.current = location.hash
      setRoute(next)
      history.replaceState('visited', '')
      const place = returned ? (places.current.get(location.hash) ?? 0) : 0
      requestAnimationFrame(() => scrollTo(0, place))
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])

  const go = (next: Route, how: 'push' | 'replace' = 'push'): void => {
    if (how === 'push') {
      location.hash = writeRoute(next)
      return
    }
    history.replaceState('visited', '', writeRoute(next))
    shown.current = location.hash
    setRoute(next)
  }

  return { route, go }
}
