import { useEffect, useRef, useState } from 'preact/hooks'
import { cairn } from './cairn.ts'
import type { Demo } from './data/demo.ts'
import { sections, useRoute } from './routes.ts'
import type { Route } from './routes.ts'
import { dayOf } from './rules/dates.ts'
import { focusHeading } from './ui/focus-heading.ts'
import { SampleBar } from './ui/SampleBar.tsx'
import { Shell } from './ui/Shell.tsx'
import { RoadbookContext } from './ui/use-roadbook.ts'
import type { Notice } from './ui/use-roadbook.ts'
import { Dashboard } from './views/Dashboard.tsx'
import { InvoiceDetail } from './views/InvoiceDetail.tsx'
import { Invoices } from './views/Invoices.tsx'
import { Planning } from './views/Planning.tsx'
import { SetUp } from './views/SetUp.tsx'
import { SignIn } from './views/SignIn.tsx'
import { StudentDetail } from './views/StudentDetail.tsx'
import { Students } from './views/Students.tsx'
import { Support } from './views/Support.tsx'

/** How long a notice stays. What it says can be seen in the page too. */
const noticeMs = 12_000

/** Roadbook, for whoever is signed in. */
export function App({ demo }: { demo: Demo }) {
  const [state, setState] = useState(demo.state())
  const [notice, setNotice] = useState<(Notice & { hash: string }) | null>(null)
  const route = useRoute()
  useEffect(() => demo.subscribe(() => setState(demo.state())), [demo])
  useEffect(() => {
    const timer = setTimeout(() => setNotice(null), noticeMs)
    return () => clearTimeout(timer)
  }, [notice])
  usePageViews(state.signedIn ? route : null)

  if (!state.signedIn) {
    return (
      <>
        <SampleBar />
        <SignIn demo={demo} school={state.school} />
      </>
    )
  }
  const { school, person } = state
  const roadbook = {
    demo,
    school,
    person,
    today: dayOf(new Date()),
    change: demo.change,
    notify: (next: Notice) => setNotice({ ...next, hash: location.hash }),
  }
  return (
    <RoadbookContext.Provider value={roadbook}>
      <SampleBar />
      <Shell section={route.section} notice={notice?.hash === location.hash ? notice : null}>
        {/* Another person starts with forms of their own. */}
        <View key={`${school.id} ${person.id}`} route={route} />
      </Shell>
    </RoadbookContext.Provider>
  )
}

function View({ route: { section, detail } }: { route: Route }) {
  switch (section) {
    case 'dashboard':
      return <Dashboard />
    case 'setup':
      return <SetUp step={detail} />
    case 'students':
      return detail === null ? <Students /> : <StudentDetail key={detail} id={detail} />
    case 'planning':
      return <Planning />
    case 'invoices':
      return detail === null ? <Invoices /> : <InvoiceDetail id={detail} />
    case 'support':
      return <Support />
  }
}

/** Tells Cairn which view is shown, and takes keyboard and screen reader to its heading after a change. */
function usePageViews(route: Route | null): void {
  const first = useRef(true)
  const title = sections.find(({ id }) => id === route?.section)?.title ?? 'Sign in'
  useEffect(() => {
    document.title = `${title} · Roadbook`
    if (route) cairn('page', 'Roadbook', title, { path: location.hash || '#/dashboard' })
    if (!first.current) focusHeading()
    first.current = false
  }, [title, route?.detail])
}
