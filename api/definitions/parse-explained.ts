import { z } from 'zod'
import { explainIssue, inFile, type Manner } from './explain-issue.ts'
import { choicesAt, fieldsAt, type Shape } from './fields-at.ts'
import { nearest } from './nearest.ts'
import type { Path } from './read-yaml.ts'

/** What a schema found wrong, in words for the person who wrote the file. */
export interface Explanation {
  path: Path
  detail: string
  remedy: string
}

type Issue = z.core.$ZodIssue
type Unknown = Extract<Issue, { code: 'unrecognized_keys' }>

/** Beyond so many, the rest is most likely wrong in the same way. */
const mostExplained = 50

/** Parses data, and explains in sentences what is wrong with it. */
export function parseExplained<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  manner = inFile,
): { value: z.output<Schema>; wrong: [] } | { value: null; wrong: Explanation[] } {
  const parsed = schema.safeParse(data, { reportInput: true })
  if (parsed.success) return { value: parsed.data, wrong: [] }
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  const issues = parsed.error.issues.slice(0, mostExplained).map((issue) => asGiven(issue, data))
  return { value: null, wrong: explainAll(issues.flatMap(closest), shape, manner) }
}

/** A text that was to become a number is shown as it was given. */
function asGiven(issue: Issue, data: unknown): Issue {
  if (!Number.isNaN(issue.input)) return issue
  const input = issue.path.reduce<unknown>((holder, key) => (holder as Record<PropertyKey, unknown>)[key], data)
  return { ...issue, input } as Issue
}

/** Of the ways in which a value may be written, the one that it comes closest to is what its author had in mind. */
function closest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const ways = issue.errors.filter((way) => !way.some(({ code, path }) => code === 'invalid_type' && path.length === 0))
  const best = ways.toSorted((a, b) => weigh(a) - weigh(b))[0]
  const isGroup = typeof issue.input === 'object' && issue.input !== null
  if (!best || (isGroup ? Object.keys(issue.input ?? {}).length === 0 : ways.length > 1)) return [issue]
  return best.flatMap((one) => closest({ ...one, path: [...issue.path, ...one.path] }))
}

const weigh = (way: readonly Issue[]) =>
  way.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

function explainAll(issues: Issue[], shape: Shape, manner: Manner): Explanation[] {
  const placeOf = (path: Path) => path.map(String).join('\n')
  const unknown = issues
    .filter((issue): issue is Unknown => issue.code === 'unrecognized_keys')
    .flatMap(({ path, keys, input }) => {
      const known = fieldsAt(shape, path)
      const free = known.filter((field) => !Object.hasOwn(input ?? {}, field))
      return keys.slice(0, mostExplained).map((key) => ({ path, key, known, meant: nearest(key, free) }))
    })
  // A field under a mistyped name is not missing as well.
  const meant = new Set(unknown.flatMap(({ path, meant }) => (meant ? [placeOf([...path, meant])] : [])))
  return [
    ...issues
      .filter(({ code, path }) => code !== 'unrecognized_keys' && !meant.has(placeOf(path)))
      .map((issue) => {
        const { path } = issue
        const allowed = { fields: fieldsAt(shape, path), choices: choicesAt(shape, path) }
        return { path, ...explainIssue(issue, { manner, allowed }) }
      }),
    ...unknown.map(({ path, key, known, meant }) => ({
      path: [...path, key],
      detail: `${manner.unknown(key)}${meant ? ` Is \`${meant}\` meant?` : ''}`,
      remedy: `Correct its name or take it out; here may stand ${known.join(', ')}.`,
    })),
  ]
}
