import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createApp } from '../../api/app.ts'
import { createHttpServer } from '../../api/http/create-http-server.ts'
import type { TestApp } from './create-test-app.ts'

/**
 * Lets a test's API listen, for clients that want real HTTP.
 *
 * @returns where, without a slash at the end.
 */
export async function listen({ services }: TestApp): Promise<string> {
  const server = createHttpServer(createApp(services).fetch, { services })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
