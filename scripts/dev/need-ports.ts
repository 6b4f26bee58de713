import { createServer } from 'node:net'
import type { Settings } from '../../api/env.ts'

/** A port that the dev server needs and does not get. Its message says which, what for, and what to do. */
export class PortTaken extends Error {}

/**
 * Makes sure that both ports are free before anything is built: that of the pages, and that of the API beside it.
 *
 * @throws PortTaken
 */
export async function needPorts({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<{ apiPort: number }> {
  const apiPort = port + 1
  const remedy = `End what runs there, or choose another: PORT=${apiPort + 1} npm run dev`
  if (await isTaken(port, host)) throw new PortTaken(`Port ${port} is taken. ${remedy}`)
  if (await isTaken(apiPort, host)) {
    throw new PortTaken(`Port ${apiPort} is taken, where the API would run beside the pages on ${port}. ${remedy}`)
  }
  return { apiPort }
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error)))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })
}
