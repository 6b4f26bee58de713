import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import type { SetupStep } from '../data/school.ts'
import { hrefOf } from '../routes.ts'
import { Page } from '../ui/Page.tsx'
import { useRoadbook } from '../ui/use-roadbook.ts'
import { SetUpGoLive } from './SetUpGoLive.tsx'
import { SetUpPayments } from './SetUpPayments.tsx'
import { SetUpSchool } from './SetUpSchool.tsx'
import { SetUpTeam } from './SetUpTeam.tsx'
import { SetUpVehicles } from './SetUpVehicles.tsx'

const steps: { id: SetupStep; title: string; Form: ComponentType }[] = [
  { id: 'school', title: 'School', Form: SetUpSchool },
  { id: 'team', title: 'Team', Form: SetUpTeam },
  { id: 'vehicles', title: 'Vehicles', Form: SetUpVehicles },
  { id: 'payments', title: 'Payments', Form: SetUpPayments },
  { id: 'go-live', title: 'Go live', Form: SetUpGoLive },
]

/** Setting up a school, one form a step. */
export function SetUp({ step }: { step: string | null }) {
  const { school } = useRoadbook()
  // Without a step in the address it is the first that is left, and stays that one after it is saved.
  const [start] = useState(() => steps.find(({ id }) => !school.done[id])?.id ?? 'school')
  const current = steps.find(({ id }) => id === step) ?? steps.find(({ id }) => id === start)
  if (!current) return null
  return (
    <Page title="Set up" lead="What Roadbook needs to know before your first lesson. You can change all of it later.">
      <nav class="tabs" aria-label="Set up">
        <ol>
          {steps.map(({ id, title }) => (
            <li key={id}>
              <a href={hrefOf('setup', id)} aria-current={id === current.id ? 'step' : undefined}>
                {title}
                {school.done[id] && <span class="done">done</span>}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div class="narrow">
        <current.Form key={current.id} />
      </div>
    </Page>
  )
}
