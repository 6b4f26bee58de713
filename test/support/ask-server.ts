import type { ServerProcess } from './start-server.ts'

/**
 * Asks a server with its secret key, or another.
 *
 * @example
 * ```ts
 * await askServer(server)<Key>('GET /v1/keys/secret')
 * ```
 */
export const askServer =
  ({ url, secretKey }: ServerProcess) =>
  async <Answer>(route: string, body?: object, key = secretKey): Promise<Answer> => {
    const [method = 'GET', path = ''] = route.split(' ')
    const response = await fetch(url + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    const text = await response.text()
    return (text === '' ? null : JSON.parse(text)) as Answer
  }
