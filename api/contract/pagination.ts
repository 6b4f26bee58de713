import { z } from '@hono/zod-openapi'

/** What every list takes: how many rows, and where the last page ended. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('Rows on a page.'),
  cursor: z.string().max(2000).optional().describe('`nextCursor` of the page before.'),
})

/** A page of rows. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({
    data: z.array(row).describe('The rows of this page.'),
    nextCursor: z.string().nullable().describe('Send it as `cursor` for the next page; null on the last one.'),
  })
export type Page<Row> = { data: Row[]; nextCursor: string | null }
