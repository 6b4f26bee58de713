import type { ResultSet } from '@libsql/client'

/** What was shown to a person and what they did with it, by kind, target and action. */
export interface Past {
  /** When it last was, in milliseconds; undefined where it never was. */
  at(kind: string, target: string, action: string): number | undefined
  /** The id of its latest row, by which rows are in order; empty where there is none. */
  latest(kind: string, target: string, action: string): string
  /** All targets of a kind and action. */
  targets(kind: string, action: string): string[]
}

/** The rows of one person or, where they were a visitor before, of both. */
export const selectPast = `
  SELECT kind, target, action, max(at) AS at, max(id) AS latest FROM impressions
  WHERE subject IN (SELECT value FROM json_each(:knownAs)) GROUP BY kind, target, action`

/** Reads what `selectPast` found. */
export function readPast(found: ResultSet | undefined): Past {
  const rows = (found?.rows ?? []).map((row) => ({
    kind: String(row['kind']),
    target: String(row['target']),
    action: String(row['action']),
    at: Number(row['at']),
    latest: String(row['latest']),
  }))
  const find = (kind: string, target: string, action: string) =>
    rows.find((row) => row.kind === kind && row.target === target && row.action === action)
  return {
    at: (...which) => find(...which)?.at,
    latest: (...which) => find(...which)?.latest ?? '',
    targets: (kind, action) =>
      rows.filter((row) => row.kind === kind && row.action === action).map(({ target }) => target),
  }
}
