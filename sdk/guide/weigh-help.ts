import type { Store } from '../client/store.ts'
import { hide, show } from '../decide/rule.ts'
import type { Memory } from '../help/desk.ts'
import { matchesUrl } from './matches-url.ts'
import type { WeighThere } from './start-rules.ts'

/** When the help panel is there, which somebody opened here or on the page before, and when its button is. */
export const weighHelp =
  ({ session }: { session: Pick<Store, 'get'> }): WeighThere =>
  (state, { url }) => [
    {
      id: 'help',
      rules: [[!!session.get<Memory>('help')?.isOpen, show('begun')]],
      otherwise: hide('waits to be opened'),
    },
    {
      id: 'help/launcher',
      rules: [[!state.help.launcher?.pages.some((page) => matchesUrl(page, url)), hide('other page')]],
      otherwise: show('offered'),
    },
  ]
