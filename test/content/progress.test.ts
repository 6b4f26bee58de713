import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { progress, type ProgressProgram } from '../../content/progress.ts'
import { progressReasons } from '../../content/progress-reasons.ts'

const day = 86_400_000
const startedAt = '2026-03-02T08:00:00.000Z'
const at = (days: number) => new Date(Date.parse(startedAt) + days * day).toISOString()

const program: ProgressProgram = {
  steps: [
    { id: 'school-info', required: true, completesOn: { event: 'school_profile_completed' } },
    { id: 'tour', required: false, completesOn: { event: 'tour_taken' } },
    { id: 'team', required: true, completesOn: { event: 'team_invited' } },
    { id: 'go-live', required: true, completesOn: { event: 'school_went_live' } },
  ],
  milestones: [
    { id: 'staffed', criteria: ['team_invited', 'school_profile_completed'] },
    { id: 'live', criteria: ['all_required_steps_completed'] },
  ],
  stalledAfterDays: 3,
}
const allOptional: ProgressProgram = {
  ...program,
  steps: program.steps.map((step) => ({ ...step, required: false })),
}

const after = (completed: Record<string, string>, now = at(1), of = program) =>
  progress(of, new Map(Object.entries(completed)), { startedAt, now })

describe('progress', () => {
  test.each<[string, Record<string, string>, [number, string | null]]>([
    ['nothing', {}, [0, 'school-info']],
    ['the first required step', { school_profile_completed: at(0) }, [33, 'team']],
    ['two of three required steps', { school_profile_completed: at(0), team_invited: at(0) }, [67, 'go-live']],
    ['a later step only', { school_went_live: at(0) }, [33, 'school-info']],
    ['an optional step only', { tour_taken: at(0) }, [0, 'school-info']],
    ['an event of no step', { signed_in: at(0) }, [0, 'school-info']],
    [
      'all required steps, the optional one left out',
      { school_profile_completed: at(0), team_invited: at(0), school_went_live: at(0) },
      [100, null],
    ],
  ])('after %s', (_, completed, [expected, nextStep]) => {
    expect(after(completed)).toMatchObject({ progress: expected, nextStep })
  })

  test('counts every step of a program that requires none', () => {
    expect(after({ tour_taken: at(0) }, at(1), allOptional)).toMatchObject({ progress: 25, nextStep: 'school-info' })
    const all = { tour_taken: at(0), school_profile_completed: at(0), team_invited: at(0) }
    expect(after(all, at(1), allOptional).status).toBe('in_progress')
    expect(after({ ...all, school_went_live: at(0.5) }, at(1), allOptional)).toMatchObject({
      status: 'completed',
      nextStep: null,
      milestones: [{ id: 'staffed' }, { id: 'live', at: at(0.5) }],
    })
  })

  test('stays at 99 until the last of very many steps is completed', () => {
    const steps = Array.from({ length: 400 }, (_, index) => ({
      id: `step-${index}`,
      required: true,
      completesOn: { event: `event_${index}` },
    }))
    const completed = new Map(steps.slice(1).map((step) => [step.completesOn.event, at(0)]))
    expect(progress({ ...program, steps }, completed, { startedAt, now: at(0) }).progress).toBe(99)
  })

  test('lists completed steps in the order of the program, each with the time of its event', () => {
    const { completedSteps } = after({ school_went_live: at(0.1), school_profile_completed: at(0.7) })
    expect(completedSteps).toEqual([
      { id: 'school-info', at: at(0.7) },
      { id: 'go-live', at: at(0.1) },
    ])
  })

  test('one event completes every step that names it', () => {
    const [first, second] = program.steps
    if (!first || !second) throw new Error('The program has two steps.')
    const twice = { ...program, steps: [first, { ...second, completesOn: first.completesOn }] }
    expect(after({ school_profile_completed: at(0) }, at(1), twice).completedSteps.map((step) => step.id)).toEqual([
      'school-info',
      'tour',
    ])
  })

  test('an event from before the enrolment counts, with its own time', () => {
    expect(after({ team_invited: at(-20) }).completedSteps).toEqual([{ id: 'team', at: at(-20) }])
  })
})

describe('milestones', () => {
  test('are reached with the latest of their events, whatever the order', () => {
    expect(after({ team_invited: at(0.2), school_profile_completed: at(0.9) }).milestones).toEqual([
      { id: 'staffed', at: at(0.9) },
    ])
    expect(after({ team_invited: at(0.9), school_profile_completed: at(0.2) }).milestones).toEqual([
      { id: 'staffed', at: at(0.9) },
    ])
  })

  test('are not reached while one event is missing', () => {
    expect(after({ team_invited: at(0) }).milestones).toEqual([])
  })

  test('name completion events: the id of a step reaches nothing', () => {
    const byStep = { ...program, milestones: [{ id: 'wrong', criteria: ['team'] }] }
    expect(after({ team_invited: at(0) }, at(1), byStep).milestones).toEqual([])
  })

  test('are reached by all required steps at the time of the last one', () => {
    const completed = { school_profile_completed: at(0.3), team_invited: at(0.8), school_went_live: at(0.5) }
    expect(after(completed)).toMatchObject({
      milestones: [
        { id: 'staffed', at: at(0.8) },
        { id: 'live', at: at(0.8) },
      ],
      completedAt: at(0.8),
    })
  })

  test('compare times as instants, not as texts', () => {
    const completed = { team_invited: '2026-03-02T10:00:00+02:00', school_profile_completed: '2026-03-02T08:30:00Z' }
    expect(after(completed).milestones).toEqual([{ id: 'staffed', at: '2026-03-02T08:30:00Z' }])
  })
})

describe('status', () => {
  const done = { school_profile_completed: at(0), team_invited: at(0), school_went_live: at(0) }
  test.each<[string, string, [Record<string, string>, number]]>([
    ['not_started', 'nothing has happened', [{}, 2]],
    ['not_started', 'a moment before the third day is over', [{}, 3 - 1 / day]],
    ['stalled', 'nothing has happened for three days', [{}, 3]],
    ['in_progress', 'a step is completed', [{ team_invited: at(1) }, 3.9]],
    ['in_progress', 'an optional step is completed', [{ tour_taken: at(1) }, 3.9]],
    ['stalled', 'three days have passed since the last step', [{ team_invited: at(1) }, 4]],
    ['stalled', 'only an event of no step has arrived since', [{ team_invited: at(1), signed_in: at(3) }, 4]],
    ['in_progress', 'only a step from long before has been completed on the first day', [{ team_invited: at(-30) }, 1]],
    ['in_progress', 'a stalled one moves on', [{ team_invited: at(0), school_profile_completed: at(8) }, 9]],
    ['completed', 'all required steps are completed, however long ago', [done, 300]],
  ])('is %s when %s', (status, _, [completed, days]) => {
    expect(after(completed, at(days)).status).toBe(status)
  })
})

describe('the reasons', () => {
  const reasonsAfter = (completed: Record<string, string>, now: string, of = program) =>
    progressReasons(of, after(completed, now, of), { startedAt, now })

  test('explain a program that has come to a halt', () => {
    expect(reasonsAfter({ team_invited: at(0) }, at(5))).toEqual([
      '1 of 3 required steps completed.',
      'Next is "school-info", which school_profile_completed completes.',
      `Nothing was completed for 5 days, since ${at(0)}; from 3 it is stalled.`,
    ])
  })

  test('explain a program that is completed, or requires nothing', () => {
    const completed = { school_profile_completed: at(0), team_invited: at(2), school_went_live: at(1) }
    expect(reasonsAfter(completed, at(5))).toEqual([
      '3 of 3 required steps completed.',
      `The last of them was completed at ${at(2)}.`,
    ])
    expect(reasonsAfter({ tour_taken: at(0) }, at(1), allOptional)).toEqual([
      '1 of 4 steps (none is required) completed.',
      'Next is "school-info", which school_profile_completed completes.',
    ])
  })
})

describe('for every program and history', () => {
  const events = ['a', 'b', 'c', 'd', 'e']
  const anyProgram = fc.record({
    steps: fc
      .uniqueArray(fc.constantFrom(...events), { minLength: 1 })
      .chain((names) =>
        fc.tuple(
          ...names.map((event) =>
            fc.boolean().map((required) => ({ id: `step-${event}`, required, completesOn: { event } })),
          ),
        ),
      ),
    milestones: fc.constant([{ id: 'all', criteria: ['all_required_steps_completed'] }]),
    stalledAfterDays: fc.integer({ min: 1, max: 30 }),
  })
  const history = fc.array(fc.tuple(fc.constantFrom(...events), fc.integer({ min: -10, max: 10 }).map(at)))
  const options = { startedAt, now: at(11) }

  test('the order in which facts are known makes no difference', () => {
    fc.assert(
      fc.property(anyProgram, history, (anyone, facts) => {
        const unique = new Map(facts)
        const reversed = new Map([...unique].reverse())
        expect(progress(anyone, reversed, options)).toEqual(progress(anyone, unique, options))
      }),
    )
  })

  test('one more fact never takes progress back', () => {
    fc.assert(
      fc.property(anyProgram, history, fc.constantFrom(...events), (anyone, facts, event) => {
        const before = progress(anyone, new Map(facts), options)
        const later = progress(anyone, new Map([...facts, [event, at(10)] as const]), options)
        expect(later.progress).toBeGreaterThanOrEqual(before.progress)
        expect(later.milestones.length).toBeGreaterThanOrEqual(before.milestones.length)
      }),
    )
  })

  test('100, completed, no next step, a completion time and the last milestone come together', () => {
    fc.assert(
      fc.property(anyProgram, history, (anyone, facts) => {
        const result = progress(anyone, new Map(facts), options)
        const isCompleted = result.status === 'completed'
        expect([
          result.progress === 100,
          result.nextStep === null,
          result.completedAt !== null,
          result.milestones.length === 1,
        ]).toEqual([isCompleted, isCompleted, isCompleted, isCompleted])
      }),
    )
  })
})
