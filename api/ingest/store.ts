import type { Fact, Reason, Rejection } from './fact.ts'

/** What became of the facts of one request, in their order. */
export type Outcome = { status: 'accepted' | 'duplicate' } | { status: 'failed'; reason: Reason; detail: string }

/** Why a message is refused that only the database finds wrong. */
export const unstorable = { reason: 'unstorable', detail: 'The database cannot store this message.' } as const

/** Where groups of facts and rejections are put on disk. */
export interface Store {
  /**
   * Puts them there as one transaction.
   *
   * @returns the places of the facts that were skipped, since they are known or their person was erased.
   */
  put(facts: Fact[], rejections: Rejection[]): Promise<number[]>
  /**
   * Makes sure that it is a fact which cannot be put there, not the statements: those are run without any.
   *
   * @throws LibsqlError where they fail all the same.
   */
  expectSound(fact: Fact): Promise<void>
  /** Which of these messages are known. */
  known(messageIds: string[]): Promise<Set<string>>
  /** Groups that may be on their way at once, so that the next is there when one ends. */
  groupsAtOnce: number
  /** Facts that are on disk and wait to be settled. */
  unsettled(): number
  /** Does what is left to do. */
  close(): Promise<void>
}
