import { z } from '@hono/zod-openapi'
import { allScopes, scopes } from './scopes.ts'

/** Something that a key may be allowed to do. */
export const Scope = z.enum(allScopes).openapi('Scope', {
  description: `What a key may do: ${Object.entries(scopes)
    .map(([scope, what]) => `\`${scope}\` is to ${what}`)
    .join('; ')}.`,
})
const Scopes = z
  .array(Scope)
  .min(1)
  .refine((given) => new Set(given).size === given.length, 'name each scope once')
  .describe('What it may do. A write key can have `ingest` and `browser` only, a secret key any.')
const Kind = z
  .enum(['write', 'secret'])
  .describe('`write` for pages, where everybody can read it; `secret` for servers.')
export type KeyKind = z.infer<typeof Kind>
const Name = z.string().trim().min(1).max(100).describe('What it is for, in your words.')
const Origins = z
  .array(
    z
      .string()
      .refine(
        (origin) => URL.canParse(origin) && new URL(origin).origin === origin,
        'use an origin such as https://app.example.com, without a path',
      ),
  )
  .max(100)
  .describe('Origins whose pages may use it, for write keys; empty for those of `ALLOWED_ORIGINS`.')

const example = {
  id: '019cad74-1400-7c3e-9d1b-5a0e4f6b7c21',
  kind: 'secret',
  name: 'Nightly import',
  builtIn: false,
  status: 'active',
  scopes: ['ingest', 'read'],
  origins: [],
  value: null,
  hint: 'x7Qa',
  createdAt: '2026-03-02T08:00:00.000Z',
  lastUsedAt: '2026-03-02T08:04:00.000Z',
  expiresAt: null,
  revokedAt: null,
  previousUntil: null,
}

/** A key, without what opens the door. */
export const Key = z
  .object({
    id: z.string().describe('Id of the key; `write` and `secret` are those of the environment or the key files.'),
    kind: Kind,
    name: Name,
    builtIn: z
      .boolean()
      .describe('Whether it is of the environment or a key file: it is changed there, followed by a restart.'),
    status: z.enum(['active', 'expired', 'revoked']).describe('Whether it works.'),
    scopes: Scopes,
    origins: Origins,
    value: z.string().nullable().describe('The key itself, of a write key; null of a secret key, which nobody stores.'),
    hint: z.string().describe('Its last four characters.'),
    createdAt: z.iso.datetime().describe('When it was made, in UTC; of a built-in key, when it was first seen here.'),
    lastUsedAt: z.iso.datetime().nullable().describe('When it was last used, to the minute, in UTC; null for never.'),
    expiresAt: z.iso.datetime().nullable().describe('When it stops working, in UTC; null for never.'),
    revokedAt: z.iso.datetime().nullable().describe('When it was revoked, in UTC; null where it was not.'),
    previousUntil: z.iso
      .datetime()
      .nullable()
      .describe('Until when its value from before the last rotation works too, in UTC; null where none does.'),
  })
  .openapi('Key', {
    description: 'A key and what it may do.',
    example,
  })
export type Key = z.infer<typeof Key>

/** Answer of a request that made a value. */
export const NewKey = Key.extend({
  value: z.string().describe('The key itself. That of a secret key is shown this once: only its hash is stored.'),
}).openapi('NewKey', {
  description: 'A key with its new value.',
  example: { ...example, value: 'sk_Zm9ydHktZWlnaHQtYml0cy1hbmQtYS1iaXQx7Qa' },
})
export type NewKey = z.infer<typeof NewKey>

/** Body of `POST /v1/keys`. */
export const CreateKeyRequest = z
  .object({
    kind: Kind,
    name: Name,
    scopes: Scopes,
    origins: Origins.default([]),
    expiresAt: z.iso
      .datetime({ offset: true, error: 'use a time such as 2026-03-02T08:00:00Z' })
      .nullable()
      .default(null)
      .describe('When it is to stop working; null or left out for never.'),
  })
  .openapi('CreateKeyRequest', { description: 'A key to be made.' })
export type CreateKeyRequest = z.output<typeof CreateKeyRequest>

/** Body of `PATCH /v1/keys/{id}`. */
export const UpdateKeyRequest = z
  .object({ name: Name, scopes: Scopes, origins: Origins })
  .partial()
  .openapi('UpdateKeyRequest', { description: 'What is to change of a key; what is left out stays.' })
export type UpdateKeyRequest = z.output<typeof UpdateKeyRequest>

/** Body of `POST /v1/keys/{id}/rotate`. */
export const RotateKeyRequest = z
  .object({
    graceSeconds: z
      .number()
      .int()
      .min(0)
      .max(30 * 86_400)
      .default(86_400)
      .describe('How long the old value works on, at most 30 days; 0 ends it now, as for one that leaked.'),
  })
  .openapi('RotateKeyRequest', { description: 'How a key is to get a new value.' })
