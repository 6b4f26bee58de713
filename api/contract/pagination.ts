import { z } from '@hono/zod-openapi'

/** What every list takes: how many rows, and where the last page ended. */
export const PageQuery = z.object({
  /** Rows on a page. */
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
})

/** A page of rows; `nextCursor` is null on the last one. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ data: z.array(row), nextCursor: z.string().nullable() })
export type Page<Row> = { data: Row[]; nextCursor: string | null }
