import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeSchema } from '../../scripts/schemas/describe-schema.ts'
import type { JsonSchema } from '../../scripts/schemas/describe-schema.ts'
import { editorSchemas } from '../../scripts/schemas/editor-schemas.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const schemas = await editorSchemas()

function read(path: string) {
  return JSON.parse(schemas.get(path) ?? 'null') as JsonSchema & { required?: string[] }
}

/** Names of fields, at any depth, that an editor could say nothing about. */
function silentFields(schema: JsonSchema, path = ''): string[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...(field.description ? [] : [`${path}${name}`]),
    ...silentFields(field, `${path}${name}.`),
  ])
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
  const inItems = schema.items ? silentFields(schema.items, `${path}[].`) : []
  const inValues = values.properties ? silentFields(values, `${path}*.`) : []
  return [...fields, ...inItems, ...inValues]
}

test('an editor can explain every field of a program and leaves out what has a default', () => {
  const program = read('content/schemas/program.schema.json')
  expect(silentFields(program)).toEqual([])
  expect(program.required).toEqual(['title', 'segments', 'steps'])
  expect(program.properties?.['steps']?.items?.properties?.['completesOn']?.description).toBe(
    'What completes the step for the whole account, whoever of its users does it.',
  )
})

test.each(['content/schemas/events.schema.json', 'content/schemas/category.schema.json'])(
  'an editor can explain every field of %s',
  (path) => {
    expect(silentFields(read(path))).toEqual([])
  },
)

test('a sentence reaches the field through arrays, records, unions, defaults and other constants', () => {
  const file = join(temporaryFolder(), 'schema.ts')
  writeFileSync(
    file,
    `
    /** A colour. */
    const Colour = z.string()
    /**
     * A house,
     * with rooms.
     *
     * @example nothing of this
     */
    export const House = z.strictObject({
      rooms: z.array(z.strictObject({
        /** The paint. */
        wall: Colour.optional(),
        ceiling: Colour,
      })).default([]),
      keys: z.record(z.string(), z.strictObject({
        /** Who has it. */
        'held-by': z.string(),
      })),
      roof: z.union([
        /** Flat. */
        z.literal('flat'),
        Colour,
      ]),
    })`,
  )
  const Colour = z.string()
  const House = z.strictObject({
    rooms: z.array(z.strictObject({ wall: Colour.optional(), ceiling: Colour })).default([]),
    keys: z.record(z.string(), z.strictObject({ 'held-by': z.string() })),
    roof: z.union([z.literal('flat'), Colour]),
  })
  const described = describeSchema(file, 'House', z.toJSONSchema(House) as JsonSchema)

  expect(described.description).toBe('A house, with rooms.')
  const { rooms, keys, roof } = described.properties ?? {}
  expect(rooms?.items?.properties?.['wall']?.description).toBe('The paint.')
  expect(rooms?.items?.properties?.['ceiling']?.description).toBe('A colour.')
  expect(keys?.additionalProperties).toMatchObject({ properties: { 'held-by': { description: 'Who has it.' } } })
  expect(roof?.anyOf?.map(({ description }) => description)).toEqual(['Flat.', 'A colour.'])
})

test('a schema that its file does not declare is an error, not a silent gap', () => {
  const file = join(import.meta.dirname, '../../content/schema.ts')
  expect(() => describeSchema(file, 'Nothing', {})).toThrow('declares no schema named Nothing')
})
