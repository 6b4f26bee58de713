import type { Environment } from '../client/environment.ts'
import type { Weigh } from '../decide/rule.ts'
import { onMove } from './on-move.ts'
import type { WeighThere } from './start-rules.ts'

/** Has what depends on the page weighed as anything else. */
export type Here = (weigh: WeighThere) => Weigh

/** Lets things be weighed by where on the site somebody is. `onMoved` hears of every change of the address. */
export const createHere = ({ now, page }: Pick<Environment, 'now' | 'page'>, onMoved: () => void): Here => {
  let since = now()
  onMove(() => {
    since = now()
    onMoved()
  })
  return (weigh) => (state, situation) => weigh(state, { ...situation, url: page().url, since })
}
