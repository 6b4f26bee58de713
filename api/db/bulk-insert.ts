type Value = string | number | null

/** Rows to insert one by one with a compiled statement: the quickest way into a file. */
export interface BulkInsert {
  /** Inserts a row, its columns as parameters, or skips it. */
  one: string
  /** The same for as long as `someRefused` says that rows may be refused: to ask for each has its price. */
  oneUnlessRefused: string
  /** Answers whether there is anything that could refuse a row. */
  someRefused: string
  rows: Value[][]
}
