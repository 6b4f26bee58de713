import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../api/app.ts'
import { readSettings } from '../../api/env.ts'
import { createHttpServer } from '../../api/http/create-http-server.ts'
import type { Outcome } from '../../api/ingest/store.ts'
import type { Writer } from '../../api/ingest/writer.ts'
import { startServices } from '../../api/start-services.ts'

// The API as it is but for its writer: what is read and found right is answered at once and stored nowhere.

const accepted: Outcome = { status: 'accepted' }

const { services } = await startServices(readSettings(process.env), {
  root: join(import.meta.dirname, '../..'),
  jobs: false,
})
const writer: Writer = {
  ...services.writer,
  append: ({ facts }) => Promise.resolve(facts.map(() => accepted)),
}
const validating = { ...services, writer }
const server = createHttpServer(createApp(validating).fetch, { services: validating })
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})
