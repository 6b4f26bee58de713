import { LibsqlError } from '@libsql/client'
import { newestArrival, newestIn, type Settling } from '../db/inbox.ts'
import { isOutage } from '../db/outage.ts'
import { ApiError } from '../errors.ts'
import { createSettleRows, type SettleRowsOptions } from './settle-rows.ts'

/** Moves what arrived in the inbox into the database, with everything that follows from it. */
export interface Settler extends Settling {
  /** Says up to which row the inbox is filled, and how many characters came. */
  arrived(top: number, size: number): void
  /**
   * Waits until there is room for more.
   *
   * @throws LibsqlError or ApiError that callers know as an outage, for as long as nothing can be settled.
   */
  ready(): Promise<void>
  /** Rows that wait. */
  unsettled(): number
  /** Settles what is left, and does nothing more. */
  close(): Promise<void>
}

/**
 * Rows and characters that one transaction settles. The more there are, the fewer pages each row changes, and the
 * longer others wait who read what was just sent or write to the database.
 */
const most = { rows: 8000, size: 16_000_000 }
/** What may wait; then whoever brings more waits as well. */
const mostWaiting = { rows: 20_000, size: 64_000_000 }
/** Milliseconds that rows wait; they are settled sooner where there are many, or somebody reads. */
const pause = 250
const pauseAfterFailure = 1000

/** Begins with what an earlier process left in the inbox. */
export function createSettler(options: SettleRowsOptions): Settler {
  const { inbox, log } = options
  const rows = createSettleRows(options)
  /** The last row that arrived, and the last that is settled. */
  let newest = inbox.newestRow
  let last = inbox.settledRow
  /** What arrived since that, oldest first. */
  const waiting: { top: number; size: number }[] = []
  let waitingSize = 0
  /** Rows to settle at once: fewer after one of them could not be, until it stands alone. */
  let atOnce = most.rows
  let step: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let failure: Error | null = null
  let removing: Promise<unknown> = Promise.resolve()
  let isClosed = false

  /** The row up to which a transaction does not get too large. */
  function boundary(): number {
    let size = 0
    return waiting.find((arrival) => (size += arrival.size) > most.size)?.top ?? newest
  }

  async function settleFirst(): Promise<void> {
    const limit = atOnce
    const until = boundary()
    const found = await rows.find({ last, until, limit })
    if (found.count > 0) {
      try {
        await rows.settle(found)
      } catch (error) {
        if (isOutage(error) || !(error instanceof LibsqlError)) throw error
        await rows.expectSound(found)
        if (found.count > 1) {
          atOnce = Math.ceil(found.count / 2)
          return
        }
        await rows.refuse(found, error)
      }
      remove(found.top)
    }
    // Where there were no more, another process has settled the others.
    last = found.count < limit ? Math.max(found.top, until) : found.top
    atOnce = Math.min(most.rows, atOnce * 2)
    while (waiting[0] && waiting[0].top <= last) waitingSize -= waiting.shift()?.size ?? 0
  }

  /** Takes out what is settled. Nobody waits for that: what stays is known, and goes with the next. */
  function remove(top: number): void {
    removing = inbox
      .append([{ sql: 'DELETE FROM arrivals WHERE id <= :top', args: { top } }])
      .catch((cause: unknown) => {
        log.warn('Messages that are settled stay in the inbox until the next are.', { cause })
      })
  }

  async function takeStep(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    try {
      await settleFirst()
      if (failure !== null) log.info('What arrived is settled again.')
      failure = null
    } catch (error) {
      if (failure === null) log.error('What arrived waits on disk: it cannot be settled.', { cause: error })
      failure = error instanceof Error ? error : new Error(String(error))
    }
    step = null
    plan()
  }

  const stepNow = (): Promise<void> => (step ??= takeStep())

  function plan(): void {
    if (isClosed || last >= newest) return
    const isMuch = newest - last >= most.rows / 2 || waitingSize >= most.size / 2
    if (failure === null && isMuch) void stepNow()
    else timer ??= setTimeout(() => void stepNow(), failure === null ? pause : pauseAfterFailure).unref()
  }

  /** @throws what `ready` and `expectSettled` throw. */
  async function stepUntil(isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      await stepNow()
      if (failure !== null) throw asOutage(failure)
    }
  }

  async function settled(): Promise<void> {
    const wanted = newest
    // While nothing can be settled, the timer tries again: whoever reads has what is settled already.
    while (last < wanted && failure === null && !isClosed) await stepNow()
  }

  function arrived(top: number, size: number): void {
    waiting.push({ top, size })
    waitingSize += size
    newest = Math.max(newest, top)
    plan()
  }

  plan()
  return {
    arrived,
    settled,
    async expectSettled() {
      const [found] = await inbox.append([newestArrival])
      arrived(newestIn(found), 0)
      const wanted = newest
      await stepUntil(() => last >= wanted)
    },
    ready: () =>
      stepUntil(() => failure === null && newest - last < mostWaiting.rows && waitingSize < mostWaiting.size),
    unsettled: () => newest - last,
    async close() {
      await settled()
      isClosed = true
      if (timer) clearTimeout(timer)
      await step
      await removing
    },
  }
}

const asOutage = (failure: Error): Error =>
  isOutage(failure)
    ? failure
    : new ApiError('overloaded', 'What arrived before cannot be stored at the moment; the log says why.', {
        retryAfterSeconds: 5,
      })
