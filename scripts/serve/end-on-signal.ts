import { explainError } from './explain-error.ts'

/**
 * Ends this process when it is told to: the first Ctrl-C lets the work finish, the second does not.
 *
 * @param end - Ends the work; resolves when all of it is done.
 */
export function endOnSignal(end: () => Promise<unknown>): void {
  let ending = false
  const hear = (signal: NodeJS.Signals): void => {
    if (ending) {
      if (signal === 'SIGINT') process.exit(130)
      return
    }
    ending = true
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(explainError(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', hear)
  process.on('SIGTERM', hear)
  // npm ends on SIGTERM without passing it on: what it had started must not stay behind.
  const parent = process.ppid
  if (process.env['npm_lifecycle_event']) {
    setInterval(() => {
      if (process.ppid !== parent) hear('SIGTERM')
    }, 1000).unref()
  }
}
