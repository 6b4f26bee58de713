import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { defaultLocale } from '../../content/article-address.ts'
import { OpenRequest } from '../contract/requests.ts'
import { ApiError } from '../errors.ts'
import { ownPage } from '../http/authenticate.ts'
import type { Env } from '../http/env.ts'
import { limitForms } from '../http/limit-requests.ts'
import { onValidated } from '../http/on-validated.ts'
import { isOwnOrigin } from '../http/origin.ts'
import { fillForm } from '../requests/fill-form.ts'
import { openRequest } from '../requests/open.ts'

const longest = 64 * 1024

/**
 * Takes the contact form as a browser without JavaScript sends it, and answers with a page: the same again with what was
 * typed where something is wrong, else the one that says that the request has come.
 */
export function contactForm(dist: string): Hono<Env> {
  const app = new Hono<Env>()

  const receive = async (c: Context<Env>) => {
    if (!isOwnOrigin(c)) throw new ApiError('forbidden', 'This form can only be sent from the help center.')
    const locale = c.req.param('locale') ?? defaultLocale
    const folder = locale === defaultLocale ? '' : locale
    const file = join(dist, 'site', folder, 'contact/index.html')
    if (!/^[a-zA-Z-]+$/.test(locale) || !existsSync(file)) return c.notFound()

    const form = await c.req.parseBody().catch(() => {
      throw new ApiError('bad_request', 'The form cannot be read. Send it as browsers do.')
    })
    const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
    const values = {
      subject: text('subject'),
      message: text('message'),
      email: text('email').trim(),
      severity: text('severity'),
    }
    const again = (wrong: string[], status: 422 | 429) =>
      c.html(fillForm(readFileSync(file, 'utf8'), { values, wrong }), status)
    const parsed = OpenRequest.safeParse({ ...values, locale, website: text('website') })
    if (!parsed.success) return again([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))], 422)
    try {
      limitForms(c)
    } catch (refusal) {
      if (refusal instanceof ApiError && refusal.code === 'rate_limited') return again(['form'], 429)
      throw refusal
    }
    onValidated(parsed, OpenRequest)
    await openRequest(c.var.services, { given: parsed.data, actor: ownPage.actor })
    return c.redirect('received/', 303)
  }

  const limited = bodyLimit({
    maxSize: longest,
    onError: () => {
      throw new ApiError('payload_too_large', `The form is larger than ${longest / 1024} KB.`)
    },
  })
  app.post('/contact/', limited, receive)
  app.post('/:locale/contact/', limited, receive)
  return app
}
