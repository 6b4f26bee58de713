type Value = string | number | null

/** Rows to insert, of which those that are there already are skipped. */
export interface BulkInsert {
  /** Inserts one row, its columns as parameters: the quickest way where the database is at hand. */
  one: string
  /** Inserts all rows from one JSON parameter and returns the key of each: one statement for a server. */
  all: string
  /** Place of the unique column in a row. */
  key: number
  rows: Value[][]
}

/**
 * Describes how rows are inserted.
 *
 * @param options.columns - Names of columns, in the order of their values in a row.
 * @param options.more - Values that rows have after those of the columns, for `unless` alone.
 * @param options.unless - A condition that keeps a row out; `value(name)` is how it names one of its values.
 */
export function describeInsert(options: {
  table: string
  columns: string[]
  more: string[]
  key: string
  unless: (value: (name: string) => string) => string
}): Omit<BulkInsert, 'rows'> {
  const { table, columns, more, key, unless } = options
  const names = [...columns, ...more]
  const insert = (value: (name: string) => string, from: string) => `
    INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map(value).join(', ')} ${from}
    WHERE NOT (${unless(value)}) ON CONFLICT (${key}) DO NOTHING`
  return {
    one: insert((name) => `?${names.indexOf(name) + 1}`, ''),
    all: `${insert((name) => `value ->> ${names.indexOf(name)}`, 'FROM json_each(?)')} RETURNING ${key}`,
    key: names.indexOf(key),
  }
}

/** Which of the rows were not inserted, by their places, where these keys were. Of two rows with one key the first was. */
export function skippedRows({ rows, key }: BulkInsert, inserted: Iterable<unknown>): number[] {
  const left = new Set(inserted)
  return rows.flatMap((row, place) => (left.delete(row[key]) ? [] : [place]))
}
