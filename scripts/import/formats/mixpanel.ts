import { hash } from 'node:crypto'
import { UnusableLine } from '../import-error.ts'
import type { Format, Message } from '../message.ts'
import { objectOf, pick, textOf, timeOf } from '../values.ts'

type Json = Record<string, unknown>

const devicePrefix = '$device:'

/** A distinct id is that of a device until somebody is identified. */
function whoIs(properties: Json): Pick<Message, 'userId' | 'anonymousId'> {
  const distinctId = textOf(properties['distinct_id']) ?? ''
  const device = textOf(properties['$device_id'])
  const user = textOf(properties['$user_id'])
  if (distinctId.startsWith(devicePrefix) && !user) return { anonymousId: distinctId.slice(devicePrefix.length) }
  if (distinctId === device && !user) return { anonymousId: device }
  return { userId: user ?? (distinctId || undefined), anonymousId: device }
}

/** Mixpanel tells events apart by these four together: an insert id alone may come twice. */
function idOf(event: string, properties: Json): string | undefined {
  const insertId = textOf(properties['$insert_id'])
  if (insertId === undefined) return undefined
  const parts = [event, properties['distinct_id'], properties['time'], insertId]
  return `mixpanel-${hash('sha256', JSON.stringify(parts)).slice(0, 40)}`
}

const traitNames: Record<string, string> = {
  ...{ $name: 'name', $email: 'email', $phone: 'phone', $avatar: 'avatar', $created: 'createdAt' },
  ...{ $first_name: 'firstName', $last_name: 'lastName' },
}

/** A profile: what the product has set, and the best known of Mixpanel's own. */
function toProfile(distinctId: string, properties: Json): Message[] {
  const known = Object.entries(pick(properties, (name) => name in traitNames || !name.startsWith('$')))
  const traits = Object.fromEntries(known.map(([name, value]) => [traitNames[name] ?? name, value]))
  const timestamp = timeOf(properties['$last_seen'], '$last_seen')
  return [
    distinctId.startsWith(devicePrefix)
      ? { type: 'identify', anonymousId: distinctId.slice(devicePrefix.length), traits, timestamp }
      : { type: 'identify', userId: distinctId, traits, timestamp },
  ]
}

/** Mixpanel: events of the raw export, or profiles of the people export, as JSON Lines. */
export const mixpanel: Format = (value, { account }) => {
  const profile = textOf(value['$distinct_id'])
  if (profile) return toProfile(profile, objectOf(value['$properties'], '$properties'))
  const event = textOf(value['event'])
  if (!event) throw new UnusableLine('The line has no "event" and no "$distinct_id".')

  const properties = objectOf(value['properties'], 'properties')
  const groups = account === undefined ? [] : [properties[account]].flat()
  const groupId = textOf(groups[0])
  const base = {
    messageId: idOf(event, properties),
    timestamp: timeOf(properties['time'], 'time'),
    ...whoIs(properties),
    properties: pick(properties, (name) => name !== 'time'),
    ...(groupId ? { context: { groupId } } : {}),
  }
  switch (event) {
    case '$identify':
      return [
        {
          ...base,
          type: 'identify',
          userId: textOf(properties['$identified_id']) ?? base.userId,
          anonymousId: textOf(properties['$anon_id'])?.replace(devicePrefix, '') ?? base.anonymousId,
        },
      ]
    case '$create_alias':
      return [
        { ...base, type: 'alias', userId: textOf(properties['alias']), previousId: textOf(properties['distinct_id']) },
      ]
    case '$merge': {
      const [userId, previousId] = [properties['$distinct_ids']].flat()
      return [{ ...base, type: 'alias', userId: textOf(userId), previousId: textOf(previousId) }]
    }
    case '$mp_web_page_view': {
      const page = {
        url: properties['current_url_search'] ?? properties['$current_url'],
        title: properties['current_page_title'],
      }
      return [
        {
          ...base,
          type: 'page',
          name: textOf(page.title),
          properties: { ...pick(page, () => true), ...base.properties },
        },
      ]
    }
    default:
      return [{ ...base, type: 'track', event }]
  }
}
