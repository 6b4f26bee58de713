import type { HelpView } from '../../api/contract/guidance.ts'
import type { State } from '../../api/contract/state.ts'

/** What the server says of the help panel; nothing where it is of an older version than a bundled SDK. */
export const helpOf = (state: Partial<State> | null): HelpView | undefined => state?.help
