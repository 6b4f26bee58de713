import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** The API in a process of its own, so that a change of its code is a new start. */
export interface SupervisedApi {
  /** Ends it and starts it anew. */
  restart(): Promise<void>
  /** Ends it for good; resolves when its process is gone. */
  stop(): Promise<void>
}

/**
 * Starts the API and waits until it listens, or has said why it does not.
 *
 * @param environment - Variables besides those of this process.
 */
export async function superviseApi(environment: Record<string, string>): Promise<SupervisedApi> {
  let child: ChildProcess | undefined
  let turn = Promise.resolve()

  const start = (): Promise<void> =>
    new Promise((resolve) => {
      const started = fork(join(import.meta.dirname, 'serve-api.ts'), { env: { ...process.env, ...environment } })
      child = started
      started.once('message', () => resolve())
      started.once('exit', (code) => {
        if (code) console.error('The API is not running. It starts again when a file changes.')
        resolve()
      })
    })
  const end = async (): Promise<void> => {
    const running = child
    child = undefined
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGTERM')
    await gone
  }
  // One after the other: a change during a restart is one restart more, not two processes.
  const next = (work: () => Promise<void>): Promise<void> => (turn = turn.then(work))

  await next(start)
  return { restart: () => next(() => end().then(start)), stop: () => next(end) }
}
