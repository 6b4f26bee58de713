import { z } from '@hono/zod-openapi'

/** A day (from its start in UTC), or a moment with its zone. */
export const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'use a date such as 2026-03-02, or a time such as 2026-03-02T08:00:00Z',
})
