import { UnusableLine } from './import-error.ts'

/** A text, or a number as one; undefined where there is nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** An object, also one that is written as JSON in a cell; empty where there is none. */
export function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (value === undefined || value === null || value === '') return {}
  let object: unknown = value
  if (typeof value === 'string') {
    try {
      object = JSON.parse(value)
    } catch {
      throw new UnusableLine(`"${name}" is not JSON.`)
    }
  }
  if (object === null) return {}
  if (typeof object !== 'object' || Array.isArray(object)) throw new UnusableLine(`"${name}" is not an object.`)
  return object as Record<string, unknown>
}

const dateAndTime = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/

/**
 * A time as ISO 8601. Databases write it without a zone, which is UTC; numbers are seconds or, where they would lie
 * thousands of years ahead, milliseconds.
 */
export function timeOf(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const number = typeof value === 'number' || /^\d+(\.\d+)?$/.test(String(value)) ? Number(value) : NaN
  const [, day, time = '00:00', zone = 'Z'] = dateAndTime.exec(String(value)) ?? []
  const offset = zone === 'UTC' ? 'Z' : /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone
  const date = Number.isNaN(number)
    ? new Date(day === undefined ? NaN : `${day}T${time}${offset}`)
    : new Date(number < 1e11 ? number * 1000 : number)
  if (Number.isNaN(date.getTime())) throw new UnusableLine(`"${name}" is not a time: ${String(value)}.`)
  return date.toISOString()
}

/** A cell as what it was before it became a text, where that is plain: a number, true or false. */
export function valueOf(cell: unknown): unknown {
  if (cell === 'true' || cell === 'false') return cell === 'true'
  const number = Number(cell)
  return typeof cell === 'string' && cell !== '' && Number.isFinite(number) && String(number) === cell ? number : cell
}

/** What of an object has a name that fits, and a value. */
export function pick(object: Record<string, unknown>, fits: (name: string) => boolean): Record<string, unknown> {
  const isThere = (value: unknown) => value !== '' && value !== undefined && value !== null
  return Object.fromEntries(Object.entries(object).filter(([name, value]) => fits(name) && isThere(value)))
}
