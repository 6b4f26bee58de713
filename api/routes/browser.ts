import { createRoute } from '@hono/zod-openapi'
import { Impression, ImpressionRequest } from '../contract/impressions.ts'
import { State, StateRequest } from '../contract/state.ts'
import { actorOf } from '../http/actor.ts'
import { recordImpression } from '../impressions/record.ts'
import { readState } from '../state/read.ts'
import { needs } from './needs.ts'
import { failures, json, jsonBody, sendFailures } from './responses.ts'
import { router } from './router.ts'

const tags = ['Browser']

/** What the SDK asks: what may be shown to its user, and whether it is the one to show it. */
export function browserRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/state',
        ...needs('browser', 'readState'),
        tags,
        summary: 'Read what may be shown to a user',
        description:
          'For a browser that decides by itself what to show. There are no programs while the account is not known.',
        request: { body: jsonBody(StateRequest) },
        responses: {
          200: json(State, 'Programs with their progress; surveys, tours and announcements with their eligibility'),
          ...sendFailures,
        },
      }),
      async (c) => c.json(await readState(c.var.services, { given: c.req.valid('json'), actor: actorOf(c) }), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        // Not /v1/impressions: EasyPrivacy blocks every address that has this in it.
        path: '/v1/shown',
        ...needs('browser', 'recordImpression'),
        tags,
        summary: 'Claim the right to show something, or record that it was dismissed',
        description:
          'Ask before something is shown. A person is granted a milestone, a tour and an announcement once, a survey once until it may be repeated, and of surveys, tours and announcements together so many a day and a week as content/interruptions.yaml says. A checklist and a banner are granted always.',
        request: { body: jsonBody(ImpressionRequest) },
        responses: { 200: json(Impression, 'Whether it may be shown'), ...sendFailures, ...failures('not_found') },
      }),
      async (c) =>
        c.json(await recordImpression(c.var.services, { given: c.req.valid('json'), actor: actorOf(c) }), 200),
    )
}
