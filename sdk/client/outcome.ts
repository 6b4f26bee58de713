import type { IngestResult } from '../../api/contract/ingest.ts'
import type { Reply } from './transport.ts'

/**
 * What became of what was sent: a Cairn server took it, or refused it for good, or it is to be sent again; soon where
 * that can help by itself, late where somebody has to mend something first.
 */
export type Outcome = 'taken' | 'refused' | 'soon' | 'late'

/** Reads an answer. Only what a Cairn server says about the message itself ends it; anybody can answer 200 or 404. */
export const outcomeOf = (path: string, { status, body }: Reply): Outcome => {
  // Each problem that Cairn has with something comes with a code.
  if ([400, 413, 422].includes(status) && (body as { code?: string } | null)?.code) return 'refused'
  if (!status || status === 408 || status === 429 || status > 499) return 'soon'
  return status < 300 && isOfCairn(path, body) ? 'taken' : 'late'
}

const isOfCairn = (path: string, body: unknown) =>
  path === '/v1/messages'
    ? typeof (body as Partial<IngestResult> | null)?.accepted === 'number'
    : // An object and no list.
      Object(body) === body && !Array.isArray(body)
