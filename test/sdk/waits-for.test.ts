import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitsFor } from '../../sdk/checklist/waits-for.ts'
import { makeProgram } from './make-state.ts'

const { definition } = makeProgram()
const [first] = definition.steps

const program = fc
  .record({
    order: fc.constantFrom('free' as const, 'in-order' as const),
    required: fc.array(fc.boolean(), { minLength: 1 }),
  })
  .map(({ order, required }) => ({
    order,
    steps: required.map((isRequired, index) => ({ ...first!, id: `step-${index}`, required: isRequired })),
  }))

test('without an order no step waits', () => {
  for (const { id } of definition.steps) expect(waitsFor(definition, [], id)).toBeUndefined()
})

test('a step waits for the first one above it that counts and is not done', () => {
  const ordered = { ...definition, order: 'in-order' as const }
  expect(waitsFor(ordered, [], 'vehicles')?.id).toBe('team')
  expect(waitsFor(ordered, ['team'], 'vehicles')).toBeUndefined()
})

test('whatever is required, what counts can be done step by step to the end', () => {
  fc.assert(
    fc.property(program, (any) => {
      const counted = any.steps.filter(({ required }) => required)
      const toDo = counted.length > 0 ? counted : any.steps
      const done: string[] = []
      for (const { id } of toDo) {
        expect(waitsFor(any, done, id)).toBeUndefined()
        done.push(id)
      }
      for (const { id } of any.steps) expect(waitsFor(any, done, id)).toBeUndefined()
    }),
  )
})
