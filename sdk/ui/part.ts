import type { State } from '../../api/contract/state.ts'
import type { Shown } from '../cairn.ts'
import type { Send } from '../client/transport.ts'
import type { CoreOptions } from '../core.ts'
import type { Translation } from '../i18n/translation.ts'
import type { BegunSurvey } from '../survey/begun-survey.ts'

/** Something on show. */
export interface Part {
  /** Whether it needs the corner, where the checklist stands. */
  inCorner?: boolean
  /** What it shows may have changed. */
  update?(): void
  remove(): void
}

/** What anything on show may use, and whom it tells what is done with it. */
export interface Scene extends Pick<
  CoreOptions,
  | 'environment'
  | 'load'
  | 'locale'
  | 'onProblem'
  | 'api'
  | 'key'
  | 'store'
  | 'session'
  | 'identity'
  | 'emit'
  | 'makeId'
  | 'track'
> {
  /** Undefined where it is English. */
  translation: Translation | undefined
  state(): State | null
  /** Events that the state may not contain yet, with their times. */
  unconfirmed: ReadonlyMap<string, string>
  /** Whether something else needs the corner. */
  isCornerTaken(): boolean
  record(shown: Shown, action: 'dismissed' | 'postponed' | 'resumed' | 'reached' | 'completed'): void
  /** When each event was last sent from this browser. */
  tracked(): Record<string, number>
  /** Shows something else. */
  open(id: string): void
  send: Send
  /** Asks whether it may be shown; `forced` also says that it was. */
  claim(shown: Shown, forced: boolean): Promise<boolean>
  answer(survey: string, begun: BegunSurvey, completed: boolean): void
  /** Whether something was asked for, and does not come up by itself. */
  isOpened(id: string): boolean
  /** It is over. */
  end(): void
}

/** Gets what this very thing needs besides its part, before it is claimed. */
export type Prepare = (id: string, scene: Pick<Scene, 'state' | 'load' | 'locale'>) => Promise<unknown>

/**
 * Puts one thing on the page. Each kind that can be shown has a module with it, loaded when it is first needed.
 *
 * @throws where the state knows nothing of that id
 */
export type Show = (root: ShadowRoot, id: string, scene: Scene & { prepared: unknown }) => Part
