import type { TrackingPlan } from '../../content/schema.ts'

/** As it is written in the file, where what has a default may be left out. */
type Plan = Pick<TrackingPlan, 'events'> & Partial<TrackingPlan>

/** The type of a tracking plan: an editor completes its names and shows what each means, and a compiler refuses others. */
export function declarePlan({ events, userTraits, accountTraits }: Plan): string {
  const described = Object.entries(events).map(
    ([name, { description, properties }]) =>
      `${comment(description)}${JSON.stringify(name)}: ${fields(properties, 'Record<string, never>')}`,
  )
  // Who names no traits does not want them checked.
  const traits = (meanings: Plan['userTraits']) => fields(meanings, 'Record<string, unknown>')
  return `/** The events and traits of your tracking plan, \`content/events.yaml\`. */
export interface TrackingPlan {
events: {
${described.join('\n')}
}
userTraits: ${traits(userTraits)}
accountTraits: ${traits(accountTraits)}
}
`
}

function fields(meanings: Record<string, string> = {}, none: string): string {
  const lines = Object.entries(meanings).map(
    ([name, meaning]) => `${comment(meaning)}${JSON.stringify(name)}?: unknown`,
  )
  return lines.length > 0 ? `{\n${lines.join('\n')}\n}` : none
}

const comment = (text: string) => `/** ${text.replaceAll('*/', '*\\/').replace(/\s+/g, ' ').trim()} */\n`
