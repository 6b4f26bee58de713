import type { Settings } from '../../api/env.ts'
import { needPort } from '../serve/need-port.ts'

/**
 * Makes sure that both ports are free before anything is built: that of the pages, and that of the API beside it.
 *
 * @throws PortTaken
 */
export async function needPorts({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<{ apiPort: number }> {
  const apiPort = port + 1
  const instead = apiPort + 1
  const use = `, where the API would run beside the pages on ${port}`
  await needPort({ host, port }, 'npm run dev', { instead })
  await needPort({ host, port: apiPort }, 'npm run dev', { instead, use })
  return { apiPort }
}
