import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Batch, IngestResult, Message } from '../contract/ingest.ts'
import { limits } from '../contract/limits.ts'
import { ApiError } from '../errors.ts'
import { actorOf } from '../http/actor.ts'
import type { Env } from '../http/env.ts'
import { needsKey } from '../http/authenticate.ts'
import { readJson } from '../http/body.ts'
import { limitSender } from '../http/limit-requests.ts'
import { ingest, type Ingested } from '../ingest/ingest.ts'
import { securityOf } from './needs.ts'
import { failures, json, jsonBody } from './responses.ts'
import { router } from './router.ts'
import { answerJson, readHeader } from '../http/answer.ts'

const errors = failures('bad_request', 'unauthorized', 'forbidden', 'payload_too_large', 'unsupported')
/** A message whose endpoint names its type. */
const Untyped = Message.omit({ type: true })
/** What can be sent alone, with what it needs besides a `userId` or an `anonymousId`. */
const messages = {
  track: {
    schema: Untyped.required({ event: true }),
    description: 'Something happened, such as `invoice_sent`. Needs a `userId` or an `anonymousId`.',
  },
  identify: {
    schema: Untyped,
    description: 'What is known of a user, as traits. Needs a `userId` or an `anonymousId`.',
  },
  group: {
    schema: Untyped.required({ groupId: true }),
    description:
      'Which account a user belongs to, and what is known of the account, as traits. Needs a `userId` or an `anonymousId`.',
  },
  page: { schema: Untyped, description: 'Somebody opened a page. Needs a `userId` or an `anonymousId`.' },
  screen: { schema: Untyped, description: 'Somebody opened a screen of an app. Needs a `userId` or an `anonymousId`.' },
  alias: {
    schema: Untyped.required({ userId: true, previousId: true }),
    description:
      'Two ids are the same person. What was sent without a user id under the previous one is the user’s from then on; two users stay two.',
  },
}

/**
 * Names of the same path. The SDK's own is in no list of an ad blocker; Segment's clients for browsers and phones have
 * theirs, and shorten the others to a letter.
 */
const batchPaths = ['/v1/batch', '/v1/messages', '/v1/b', '/v1/import', '/v1/import/']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function readObject(c: Context<Env>): Promise<Record<string, unknown>> {
  const body = await readJson(c)
  if (!isObject(body)) throw new ApiError('bad_request', 'The body must be a JSON object.')
  return body
}

/** Who sends, and how much. */
function senderOf(c: Context<Env>) {
  // What was compressed is longer than it says.
  const length = readHeader(c, 'content-encoding') === undefined ? readHeader(c, 'content-length') : undefined
  return { actor: actorOf(c), bodyBytes: length === undefined ? undefined : Number(length) }
}

/** The answer: of what was refused, not all that is kept. */
const resultOf = ({ rejected, ...counts }: Ingested): IngestResult => ({
  ...counts,
  rejected: rejected.map(({ index, messageId, detail }) => ({ index, messageId, detail })),
})

/** The messages of a batch, each with what the batch says of all of them. */
function readMessages({ batch, context: shared }: Record<string, unknown>): unknown[] {
  if (!Array.isArray(batch)) {
    throw new ApiError('bad_request', 'This is no batch: send { "batch": [ … ] } with a message in each place.')
  }
  if (!isObject(shared)) return batch as unknown[]
  return batch.map((message: unknown) => {
    if (!isObject(message)) return message
    const { context = {} } = message
    return isObject(context) ? { ...message, context: { ...shared, ...context } } : message
  })
}

/**
 * The Segment HTTP tracking API. Messages are checked one by one, so that a bad one does not take the others with it;
 * the schemas describe them, and `ingest/read-message.ts` is what decides.
 */
export function ingestRoutes() {
  const app = router()
  const mayIngest = needsKey({ scope: 'ingest' })

  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'post',
      path: '/v1/batch',
      operationId: 'sendBatch',
      tags: ['Ingest'],
      summary: 'Send several messages at once',
      description:
        'Answers when the messages are on disk. What is wrong is refused by its index; the rest is taken. `/v1/messages` is the same under a name that ad blockers leave alone, and `/v1/b` and `/v1/import` are what clients of Segment call it.',
      security: securityOf('ingest'),
      request: { body: jsonBody(Batch) },
      responses: { 200: json(IngestResult, 'What became of the messages'), ...errors },
    }),
  )
  app.on('POST', batchPaths, mayIngest, async (c) => {
    const body = await readObject(c)
    const messages = readMessages(body)
    // An empty batch is work, too.
    limitSender(c, { unit: 'messages', count: Math.max(1, Math.min(messages.length, limits.batchMessages)) })
    const sent = { messages, sentAt: body['sentAt'], ...senderOf(c) }
    return answerJson(c, resultOf(await ingest(c.get('services'), sent)))
  })

  for (const [type, { schema, description }] of Object.entries(messages)) {
    app.openAPIRegistry.registerPath(
      createRoute({
        method: 'post',
        path: `/v1/${type}`,
        operationId: type,
        tags: ['Ingest'],
        summary: `Send one ${type} message`,
        description,
        security: securityOf('ingest'),
        request: { body: jsonBody(schema) },
        responses: { 200: json(IngestResult, 'It is on disk'), ...errors, ...failures('invalid') },
      }),
    )
    app.on('POST', [`/v1/${type}`, `/v1/${type.charAt(0)}`], mayIngest, async (c) => {
      const { writeKey: _, ...message } = await readObject(c)
      limitSender(c, { unit: 'messages', count: 1 })
      const sent = { messages: [{ ...message, type }], sentAt: message['sentAt'], ...senderOf(c) }
      const result = await ingest(c.get('services'), sent)
      const [rejected] = result.rejected
      if (!rejected) return answerJson(c, resultOf(result))
      throw new ApiError(rejected.reason === 'too_large' ? 'payload_too_large' : 'invalid', rejected.detail, {
        errors: [{ path: '', detail: rejected.detail }],
      })
    })
  }
  return app
}
