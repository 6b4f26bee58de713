import { UnusableLine } from '../import-error.ts'
import type { Format, Message, Source } from '../message.ts'
import { objectOf, pick, textOf, timeOf } from '../values.ts'

type Json = Record<string, unknown>

/** Traits that the product has set; those that begin with `$` PostHog notes by itself. */
const ownTraits = (traits: Json) => pick(traits, (name) => !name.startsWith('$'))

/** Properties in one column, or in a column for each, such as `properties.$current_url`. */
function propertiesOf(value: Json): Json {
  const prefix = 'properties.'
  const columns = Object.entries(pick(value, (name) => name.startsWith(prefix)))
  return {
    ...Object.fromEntries(columns.map(([name, cell]) => [name.slice(prefix.length), cell])),
    ...objectOf(value['properties'], 'properties'),
  }
}

/** False, also as a cell of a table has it. */
const isFalse = (value: unknown) => String(value).toLowerCase() === 'false'

/** A distinct id is that of a device until somebody is identified. */
function whoIs(distinctId: string, properties: Json, mode: unknown): Pick<Message, 'userId' | 'anonymousId'> {
  const device = textOf(properties['$device_id'])
  const isVisitor =
    isFalse(properties['$is_identified']) ||
    isFalse(properties['$process_person_profile']) ||
    mode === 'propertyless' ||
    (device === distinctId && textOf(properties['$user_id']) === undefined)
  if (isVisitor) return { anonymousId: distinctId }
  const anonymousId = textOf(properties['$anon_distinct_id']) ?? device
  return { userId: distinctId, anonymousId: anonymousId === distinctId ? undefined : anonymousId }
}

/** The account: the group of the type that was named, else the first that there is. */
function accountOf(properties: Json, { account }: Source): string | undefined {
  const groups = objectOf(properties['$groups'], '$groups')
  if (account !== undefined) return textOf(groups[account])
  return textOf(properties['$group_0']) ?? textOf(Object.values(groups)[0])
}

/** What PostHog's clients call devices: a UUID, or five random parts. It tells them from users by that itself. */
const deviceId = /^([a-z0-9]+-){4}[a-z0-9]+$/i

/** A person as exported on their own, once for each of their distinct ids: what is known of them last. */
function toPerson(value: Json, distinctId: string): Message[] {
  if (value['is_deleted'] === true || value['is_deleted'] === 'true') {
    throw new UnusableLine('The person was deleted in PostHog.')
  }
  const traits = ownTraits(objectOf(value['properties'], 'properties'))
  const timestamp = timeOf(value['_inserted_at'] || value['created_at'], 'created_at')
  const isVisitor = deviceId.test(distinctId) || isFalse(value['is_identified'])
  return [
    { type: 'identify', ...(isVisitor ? { anonymousId: distinctId } : { userId: distinctId }), traits, timestamp },
  ]
}

/** PostHog: events and persons of a batch export or of the API, as JSON Lines or CSV. */
export const posthog: Format = (value, source) => {
  const distinctId = textOf(value['distinct_id'])
  if (!distinctId) throw new UnusableLine('The line has no "distinct_id".')
  const event = textOf(value['event'])
  if (!event) return toPerson(value, distinctId)

  const all = propertiesOf(value)
  const { $set, $set_once: $setOnce, $group_set: $groupSet, ...properties } = all
  const timestamp = timeOf(value['timestamp'] || value['created_at'], 'timestamp')
  const messageId = textOf(value['uuid']) ?? textOf(value['id'])
  const who = whoIs(distinctId, all, value['person_mode'])
  const account = accountOf(all, source)
  const base = { messageId, timestamp, ...who, ...(account ? { context: { groupId: account } } : {}) }
  const traits = ownTraits({ ...objectOf($setOnce, '$set_once'), ...objectOf($set, '$set') })

  if (event === '$identify' || event === '$set') return [{ ...base, type: 'identify', traits, properties }]
  if (event === '$groupidentify')
    return toGroup({ base, distinctId, all, traits: objectOf($groupSet, '$group_set') }, source)
  if (event === '$create_alias' || event === '$merge_dangerously') {
    return [{ ...base, type: 'alias', userId: distinctId, previousId: textOf(all['alias']), properties }]
  }
  const message: Message =
    event === '$pageview'
      ? { ...base, type: 'page', name: textOf(all['title']), properties: withPage(properties) }
      : event === '$screen'
        ? { ...base, type: 'screen', name: textOf(all['$screen_name']), properties }
        : { ...base, type: 'track', event, properties }
  // What an event sets on its person is a message of its own.
  const said: Message = { ...base, type: 'identify', messageId: messageId && `${messageId}-set`, traits }
  return Object.keys(traits).length > 0 && 'userId' in who ? [message, said] : [message]
}

/** A page by the names that Segment has for it. */
const withPage = (properties: Json): Json => ({
  ...pick(
    { url: properties['$current_url'], path: properties['$pathname'], referrer: properties['$referrer'] },
    () => true,
  ),
  ...properties,
})

function toGroup(
  given: { base: Message | Omit<Message, 'type'>; distinctId: string; all: Json; traits: Json },
  { account }: Source,
): Message[] {
  const { base, distinctId, all, traits } = given
  const kind = textOf(all['$group_type'])
  const groupId = textOf(all['$group_key'])
  if (!kind || !groupId) throw new UnusableLine('The group has no "$group_type" or no "$group_key".')
  if (account !== undefined && kind !== account) throw new UnusableLine(`The group is a ${kind}, not a ${account}.`)
  // Servers send it for nobody, under an id that is made of the group's.
  const who = distinctId.startsWith(`$${kind}_`) ? { userId: undefined, anonymousId: distinctId } : {}
  return [{ ...base, ...who, type: 'group', groupId, traits: ownTraits(traits) }]
}
