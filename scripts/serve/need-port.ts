import { createServer } from 'node:net'
import type { Settings } from '../../api/env.ts'

/** A port that a server needs and does not get. Its message says which, what for, and what to do. */
export class PortTaken extends Error {
  /**
   * @param more.use - What for, after "is taken", where that is not plain.
   * @param more.instead - A port that may be free.
   */
  constructor(port: number, command: string, { use = '', instead = port + 1 } = {}) {
    super(`Port ${port} is taken${use}. End what runs there, or choose another: PORT=${instead} ${command}`)
  }
}

/**
 * Makes sure that a port is free, before anybody waits for a build.
 *
 * @param command - What was typed, to type again with another port.
 * @throws PortTaken
 */
export async function needPort(
  { host, port }: Pick<Settings, 'host' | 'port'>,
  command: string,
  more: { use?: string; instead?: number } = {},
): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port, command, more) : error),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
