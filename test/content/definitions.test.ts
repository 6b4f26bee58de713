import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadDefinitions } from '../../api/definitions/load.ts'
import { checkTable } from '../../api/health/check-table.ts'
import { nextQuestion, visibleQuestions } from '../../surveys/flow.ts'

const definitions = loadDefinitions({ root: join(import.meta.dirname, '../..') })

function byId<Definition extends { id: string }>(list: readonly Definition[], id: string): Definition {
  const found = list.find((definition) => definition.id === id)
  if (!found) throw new Error(`There is no definition "${id}".`)
  return found
}

describe('the shipped tracking plan', () => {
  test('says which events show use of a feature', () => {
    const features = Object.entries(definitions.trackingPlan.events).filter(([, event]) => event.feature)
    expect(features.map(([name]) => name).toSorted()).toEqual([
      'availability_set',
      'invoice_sent',
      'lesson_booked',
      'payment_recorded',
      'progression_updated',
      'student_created',
      'students_imported',
      'team_invited',
      'vehicle_added',
    ])
  })
})

describe('the school setup', () => {
  const program = byId(definitions.programs, 'school-setup')

  test('has five required steps in the order in which a school is set up', () => {
    expect(program.steps.map((step) => [step.id, step.required, step.completesOn.event])).toEqual([
      ['school-info', true, 'school_profile_completed'],
      ['team', true, 'team_invited'],
      ['vehicles', true, 'vehicle_added'],
      ['payments', true, 'payment_details_saved'],
      ['go-live', true, 'school_went_live'],
    ])
  })

  test('celebrates when teaching can begin and when the school is live', () => {
    expect(program.milestones.map((milestone) => [milestone.id, milestone.criteria])).toEqual([
      ['ready-to-teach', ['school_profile_completed', 'team_invited', 'vehicle_added']],
      ['live', ['all_required_steps_completed']],
    ])
  })
})

describe('the shipped surveys', () => {
  test.each([
    ['nps', 'school_went_live', 3],
    ['csat', 'support_request_closed', 2],
    ['ces', 'invoice_sent', 5],
    ['exit-interview', undefined, undefined],
  ])('%s begins after %s', (id, event, delaySeconds) => {
    const { trigger } = byId(definitions.surveys, id)
    expect([trigger?.event, trigger?.delaySeconds]).toEqual([event, delaySeconds])
  })

  test('ask for a score, then for one thing that explains it', () => {
    for (const [id, highest] of [
      ['nps', 10],
      ['csat', 5],
    ] as const) {
      const { questions } = byId(definitions.surveys, id)
      for (let score = id === 'nps' ? 0 : 1; score <= highest; score++) {
        expect(visibleQuestions(questions, { score }), `${id} ${score}`).toHaveLength(2)
      }
    }
  })

  test('ask at leaving the five questions of the exit interview, and require only the reason', () => {
    const { questions } = byId(definitions.surveys, 'exit-interview')
    expect(questions.map((question) => question.type)).toEqual(['choice', 'text', 'nps', 'yes-no', 'yes-no'])
    expect(questions.filter((question) => question.required).map((question) => question.id)).toEqual(['reason'])
    expect(nextQuestion(questions, {})?.choices).toHaveLength(7)
  })
})

describe('the shipped scorecards', () => {
  const tables = definitions.scorecards.flatMap((card) =>
    Object.values(card.components).flatMap((component) =>
      Object.entries(component.measures).map(([measure, table]) => ({ card: card.id, measure, table })),
    ),
  )

  test.each(tables)('give points to every value of $measure ($card)', ({ measure, table }) => {
    const described = definitions.measures[measure]
    expect(described && checkTable(table, described)).toEqual([])
  })

  test('have one card that takes every account', () => {
    expect(definitions.scorecards.filter((card) => card.default).map((card) => card.id)).toEqual(['vectra'])
  })
})
