import { z } from 'zod'
import { explainIssue } from './explain-issue.ts'
import { fieldsAt, type Shape } from './fields-at.ts'
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

/** Parses data, and explains in sentences what is wrong with it. */
export function parseExplained<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): { value: z.output<Schema>; wrong: [] } | { value: null; wrong: Explanation[] } {
  const parsed = schema.safeParse(data, { reportInput: true })
  if (parsed.success) return { value: parsed.data, wrong: [] }
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  return { value: null, wrong: explainAll(parsed.error.issues.flatMap(closest), shape) }
}

/** Of the ways in which a value may be written, the one that it comes closest to is what its author had in mind. */
function closest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || typeof issue.input !== 'object' || issue.input === null) return [issue]
  const ways = issue.errors.filter((way) => !way.some(({ code, path }) => code === 'invalid_type' && path.length === 0))
  const best = ways.toSorted((a, b) => weigh(a) - weigh(b))[0]
  if (!best || Object.keys(issue.input).length === 0) return [issue]
  return best.flatMap((one) => closest({ ...one, path: [...issue.path, ...one.path] }))
}

const weigh = (way: readonly Issue[]) =>
  way.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

function explainAll(issues: Issue[], shape: Shape): Explanation[] {
  const placeOf = (path: Path) => path.map(String).join('\n')
  const unknown = issues
    .filter((issue): issue is Unknown => issue.code === 'unrecognized_keys')
    .flatMap(({ path, keys, input }) => {
      const known = fieldsAt(shape, path)
      const free = known.filter((field) => !Object.hasOwn(input ?? {}, field))
      return keys.map((key) => ({ path, key, known, meant: nearest(key, free) }))
    })
  // A field under a mistyped name is not missing as well.
  const meant = new Set(unknown.flatMap(({ path, meant }) => (meant ? [placeOf([...path, meant])] : [])))
  return [
    ...issues
      .filter(({ code, path }) => code !== 'unrecognized_keys' && !meant.has(placeOf(path)))
      .map((issue) => ({ path: issue.path, ...explainIssue(issue) })),
    ...unknown.map(({ path, key, known, meant }) => ({
      path: [...path, key],
      detail: `There is no field \`${key}\` here.${meant ? ` Is \`${meant}\` meant?` : ''}`,
      remedy: `Correct its name or take it out; here may stand ${known.join(', ')}.`,
    })),
  ]
}
