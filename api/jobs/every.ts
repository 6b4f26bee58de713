import type { Log } from '../log.ts'

/**
 * Does work now and then, never twice at once. A failure is logged and the work tried again at its next turn.
 *
 * @param milliseconds - Pause between the end of one turn and the start of the next.
 */
export function every(milliseconds: number, work: () => Promise<unknown>, log: Log): { stop(): Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const turn = async (): Promise<void> => {
    try {
      await work()
    } catch (cause) {
      log.error('Recurring work failed and is tried again.', { cause })
    }
    if (!stopped) timer = setTimeout(next, milliseconds)
  }
  const next = (): void => {
    running = turn()
  }
  let running = turn()

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
