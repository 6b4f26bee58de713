import { expect, test } from 'vitest'
import { standOf } from '../../sdk/checklist/stand.ts'
import { makeProgram } from './make-state.ts'

const now = '2026-03-02T08:00:00.000Z'

test('a step counts at once when its event was sent from here', () => {
  const { definition, enrolment } = makeProgram()
  const stand = standOf({ definition, enrolment, unconfirmed: new Map([['team_invited', now]]) })
  expect(stand).toMatchObject({ progress: 50, nextStep: 'vehicles' })
})

test('what others of the account completed counts too', () => {
  const { definition, enrolment } = makeProgram({ completedSteps: [{ id: 'vehicles', at: now }] })
  const stand = standOf({ definition, enrolment, unconfirmed: new Map([['team_invited', now]]) })
  expect(stand.isCompleted).toBe(true)
})
