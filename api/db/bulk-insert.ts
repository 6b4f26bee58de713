type Value = string | number | null

/** Rows to insert, of which those that are there already are skipped. */
export interface BulkInsert {
  /** Inserts one row, its columns as parameters: the quickest way where the database is at hand. */
  one: string
  /** The same for as long as `someRefused` says that rows may be refused: to ask for each costs a third of the rate. */
  oneUnlessRefused: string
  /** Answers whether there is anything that could refuse a row. */
  someRefused: string
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
 * @param options.more - Values that rows have after those of the columns, for `refusedBy` alone.
 * @param options.refusedBy - A table whose rows keep others out, and which they do; `value(name)` is how the condition
 *   names a value of the row that is to be inserted.
 */
export function describeInsert(options: {
  table: string
  columns: string[]
  more: string[]
  key: string
  refusedBy: { table: string; where: (value: (name: string) => string) => string }
}): Omit<BulkInsert, 'rows'> {
  const { table, columns, more, key, refusedBy } = options
  const names = [...columns, ...more]
  const insert = (from: string) =>
    `INSERT INTO ${table} (${columns.join(', ')}) ${from} ON CONFLICT (${key}) DO NOTHING`
  const select = (value: (name: string) => string, from: string) => `
    SELECT ${columns.map(value).join(', ')} ${from}
    WHERE NOT EXISTS (SELECT 1 FROM ${refusedBy.table} WHERE ${refusedBy.where(value)})`
  const parameter = (name: string) => `?${names.indexOf(name) + 1}`
  return {
    one: insert(`VALUES (${columns.map(parameter).join(', ')})`),
    oneUnlessRefused: insert(select(parameter, '')),
    someRefused: `SELECT EXISTS (SELECT 1 FROM ${refusedBy.table}) AS found`,
    all: `${insert(select((name) => `value ->> ${names.indexOf(name)}`, 'FROM json_each(?)'))} RETURNING ${key}`,
    key: names.indexOf(key),
  }
}

/** Which of the rows were not inserted, by their places, where these keys were. Of two rows with one key the first was. */
export function skippedRows({ rows, key }: BulkInsert, inserted: Iterable<unknown>): number[] {
  const left = new Set(inserted)
  return rows.flatMap((row, place) => (left.delete(row[key]) ? [] : [place]))
}
