import type { z } from 'zod'
import { nearest } from './nearest.ts'
import type { Path } from './read-yaml.ts'

const inEditor = 'An editor shows what belongs here, from the schema named in the first line.'

/** What a schema found wrong with a value, in a sentence for the person who wrote it, and what to do. */
export function explainIssue(issue: z.core.$ZodIssue): { detail: string; remedy: string } {
  const { input, path } = issue
  const name = nameOf(path)
  if (issue.code === 'invalid_key') {
    const rule = issue.issues[0]?.message ?? 'choose another'
    return { detail: `The name ${name} cannot be used.`, remedy: `Correct it: ${rule}.` }
  }
  if (input === undefined) {
    return {
      detail: `${name} is missing.`,
      remedy: `Add \`${String(path.findLast((key) => typeof key === 'string'))}:\` here.`,
    }
  }
  if (input === null || input === '') return { detail: `${name} is empty.`, remedy: inEditor }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const close = nearest(String(input), values)
    const must = values.length === 1 ? `must be ${values[0] ?? ''}` : `must be one of ${values.join(', ')}`
    return { detail: `${name} ${must}, and is ${written(input)}.`, remedy: close ? `Write ${close}.` : inEditor }
  }
  if (issue.code === 'invalid_type') return wrongKind(name, [issue.expected], input)
  if (issue.code === 'invalid_union') {
    const kinds = issue.errors.flatMap((way) =>
      way.flatMap((one) => (one.code === 'invalid_type' && one.path.length === 0 ? [one.expected] : [])),
    )
    if (kinds.length === issue.errors.length) return wrongKind(name, kinds, input)
    return { detail: `${name} is written in none of the ways that it can be.`, remedy: inEditor }
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum
    const bound = boundInWords(issue.code, issue.inclusive ?? true)
    if (issue.origin === 'array' || issue.origin === 'string') {
      const what = issue.origin === 'array' ? 'entries' : 'characters'
      if (issue.code === 'too_small' && Number(limit) === 1) return { detail: `${name} is empty.`, remedy: inEditor }
      return { detail: `${name} must have ${bound} ${limit} ${what}.`, remedy: inEditor }
    }
    return { detail: `${name} must be ${bound} ${limit}, and is ${written(input)}.`, remedy: inEditor }
  }
  return { detail: `${name} cannot be ${written(input)}.`, remedy: `Correct it: ${issue.message}.` }
}

const boundInWords = (code: 'too_small' | 'too_big', inclusive: boolean) => {
  if (code === 'too_small') return inclusive ? 'at least' : 'more than'
  return inclusive ? 'at most' : 'less than'
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
}

function wrongKind(name: string, expected: readonly string[], input: unknown) {
  const must = [...new Set(expected.map((kind) => kinds[kind] ?? kind))].join(' or ')
  const isBareText = expected.includes('string') && typeof input !== 'object'
  return {
    detail: `${name} must be ${must}, and is ${written(input)}.`,
    remedy: isBareText ? `Put it in quotes: "${String(input)}".` : inEditor,
  }
}

const written = (input: unknown): string => {
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'string') return `the text "${input.length > 40 ? `${input.slice(0, 40)}…` : input}"`
  return typeof input === 'object' ? 'a group of fields' : String(input)
}

/** The last field of a path with what follows it: `segments[0]`. */
const nameOf = (path: Path): string => {
  const at = path.findLastIndex((key) => typeof key === 'string')
  const places = path.slice(at + 1).map((key) => `[${String(key)}]`)
  return at < 0 && places.length === 0 ? 'The file' : `\`${String(path[at] ?? '')}${places.join('')}\``
}
