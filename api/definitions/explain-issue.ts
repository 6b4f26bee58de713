import type { z } from 'zod'
import { nearest } from './nearest.ts'
import type { Path } from './read-yaml.ts'

/** How what was checked is spoken of, to the person who wrote it. */
export interface Manner {
  /** What stands at a place, as the subject of a sentence. */
  nameOf: (path: Path) => string
  /** What something with fields is called. */
  group: string
  /** What counts as left empty. */
  empty: readonly unknown[]
  /** What to do about a field that is missing, and what must be there. */
  add: (field: string, must: string | undefined) => string
  /** What to do about one that is left empty where there is a choice. */
  give: (choice: string) => string
  /** That nobody knows a field. */
  unknown: (field: string) => string
  /** What to do where the sentence before does not say it. */
  lookUp: string
}

/** A file, in an editor that knows its schema. */
export const inFile: Manner = {
  nameOf: (path) => {
    const at = path.findLastIndex((key) => typeof key === 'string')
    const places = path.slice(at + 1).map((key) => `[${String(key)}]`)
    return at < 0 && places.length === 0 ? 'The file' : `\`${String(path[at] ?? '')}${places.join('')}\``
  },
  group: 'a group of fields',
  empty: [null, ''],
  add: (field, must) => `Add \`${field}:\` here${must === undefined ? '' : `, ${must}`}.`,
  give: (choice) => `Write ${choice}.`,
  unknown: (field) => `There is no field \`${field}\` here.`,
  lookUp: 'An editor shows what belongs here, from the schema named in the first line.',
}

/** What the schema lets stand at the place: the names of fields, and of what a list is made. */
export interface Allowed {
  fields: readonly string[]
  choices: readonly unknown[]
}

/** What a schema found wrong with a value, in a sentence for the person who wrote it, and what to do. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  { manner, allowed }: { manner: Manner; allowed: Allowed },
): { detail: string; remedy: string } {
  const { input, path } = issue
  const { lookUp } = manner
  const name = manner.nameOf(path)
  if (issue.code === 'invalid_key') {
    const rule = issue.issues[0]?.message ?? 'choose another'
    return { detail: `The name ${name} cannot be used.`, remedy: `Correct it: ${rule}.` }
  }
  const choice = choiceOf(issue, allowed)
  const must = issue.code === 'too_small' ? undefined : (choice ?? kindOf(issue, manner))
  if (input === undefined) {
    const field = String(path.findLast((key) => typeof key === 'string'))
    return { detail: `${name} is missing.`, remedy: manner.add(field, must) }
  }
  // Without quotes, what follows a "#" is a comment, and a comma in braces begins a name that has no value.
  const lacksQuotes = input === null && path.length > 0
  const isEmpty = {
    detail: `${name} is empty.`,
    remedy: choice
      ? manner.give(choice)
      : lacksQuotes
        ? `${lookUp} What begins with # or has a comma stands in quotes.`
        : lookUp,
  }
  if (manner.empty.includes(input)) return isEmpty
  if (must !== undefined) {
    const detail = `${name} must be ${must}, and is ${written(input, manner)}.`
    return { detail, remedy: remedyFor(issue) ?? lookUp }
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum
    const bound = boundInWords(issue.code, issue.inclusive ?? true)
    if (issue.origin === 'array' || issue.origin === 'string') {
      const what = issue.origin === 'array' ? 'entries' : 'characters'
      if (issue.code === 'too_small' && Number(limit) === 1) return isEmpty
      return { detail: `${name} must have ${bound} ${limit} ${what}.`, remedy: lookUp }
    }
    return { detail: `${name} must be ${bound} ${limit}, and is ${written(input, manner)}.`, remedy: lookUp }
  }
  if (issue.code === 'invalid_union' && issue.message === unexplained) {
    const fields = allowed.fields.length > 0 ? `Here may stand ${allowed.fields.join(', ')}. ` : ''
    return { detail: `${name} is written in none of the ways that it can be.`, remedy: (fields + lookUp).trim() }
  }
  const what = typeof input === 'object' ? 'like this' : written(input, manner)
  return { detail: `${name} cannot be ${what}.`, remedy: `Correct it: ${issue.message}.` }
}

/** What zod says of a union for which the schema has no words. */
const unexplained = 'Invalid input'

const boundInWords = (code: 'too_small' | 'too_big', inclusive: boolean) => {
  if (code === 'too_small') return inclusive ? 'at least' : 'more than'
  return inclusive ? 'at most' : 'less than'
}

/** What a value must be, where there is a choice. */
function choiceOf(issue: z.core.$ZodIssue, { choices }: Allowed): string | undefined {
  if (issue.code === 'invalid_value') {
    return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.map(String).join(', ')}`
  }
  const isList = issue.code === 'invalid_type' || (issue.code === 'too_small' && issue.origin === 'array')
  return isList && choices.length > 0 ? `a list of ${choices.map(String).join(', ')}` : undefined
}

/** What a value must be, where it is about its kind. */
function kindOf(issue: z.core.$ZodIssue, { group }: Manner): string | undefined {
  const expected = expectedOf(issue)
  if (expected.length === 0) return undefined
  return [...new Set(expected.map((kind) => kinds[kind] ?? (isGroup(kind) ? group : kind)))].join(' or ')
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
}
const isGroup = (kind: string) => kind === 'object' || kind === 'record'

/** The kinds of which a value is none. */
function expectedOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected]
  if (issue.code !== 'invalid_union') return []
  const expected = issue.errors.flatMap((way) =>
    way.flatMap((one) => (one.code === 'invalid_type' && one.path.length === 0 ? [one.expected] : [])),
  )
  return expected.length === issue.errors.length ? expected : []
}

function remedyFor(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') {
    const close = typeof issue.input === 'string' ? nearest(issue.input, issue.values.map(String)) : undefined
    return close && `Write ${close}.`
  }
  const expected = expectedOf(issue)
  if (expected.length === 1 && expected[0] === 'array' && typeof issue.input === 'string') {
    return `Put it in brackets: ["${issue.input}"].`
  }
  const isBareText = expected.includes('string') && typeof issue.input !== 'object'
  return isBareText ? `Put it in quotes: "${String(issue.input)}".` : undefined
}

const written = (input: unknown, { group }: Manner): string => {
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'string') return `the text "${input.length > 40 ? `${input.slice(0, 40)}…` : input}"`
  return typeof input === 'object' && input !== null ? group : String(input)
}
