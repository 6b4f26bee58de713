import type { TrackingPlan } from './tracking-plan.ts'

/** What `createCairn` needs to know. */
export interface CairnOptions {
  /** The write key of your Cairn server, `pk_…`. It may be public. */
  key: string
  /** Where your Cairn server is, such as `https://cairn.example.com`, or the path of the page under which it is. */
  api: string
  /**
   * The person who is signed in, as your product knows them. Left out: whoever this browser was last told of, until
   * `reset`; else an anonymous visitor.
   */
  userId?: string | number | undefined
  /** HMAC-SHA256 of the user id with the server's `IDENTITY_SECRET`, in hex, made by your server. */
  userHash?: string | undefined
  /** The account (school, company, team) that the person works for. Left out: the last one that the person had here. */
  accountId?: string | number | undefined
  /**
   * Language of every text, such as `fr`.
   *
   * @default the language of the page, else of the browser, else English
   */
  locale?: string | undefined
  /**
   * Whether nothing is to be stored, sent or shown before `consent(true)`. What was given is remembered on later pages.
   *
   * @default false
   */
  needsConsent?: boolean | undefined
}

/** Free data that goes with a message. */
export type Properties = Record<string, unknown>

/**
 * What was put on the page: a checklist (by its program), a milestone (`program/milestone`), a survey, a tour, its beacon
 * (`tour/launcher`), an announcement, which may be a banner, the help panel (`help`), or its button (`help/launcher`).
 */
export interface Shown {
  kind: 'checklist' | 'milestone' | 'survey' | 'tour' | 'hotspot' | 'announcement' | 'banner' | 'help'
  id: string
}

/** What `on` can listen to, with the arguments that a listener gets. */
export interface CairnEvents {
  identify: [userId: string | undefined, traits: Properties]
  group: [groupId: string, traits: Properties]
  track: [event: string, properties: Properties]
  page: [category: string | undefined, name: string | undefined, properties: Properties]
  reset: []
  /** Something appeared. */
  show: [shown: Shown]
  /** Something went away. */
  close: [shown: Shown]
  /** A question was answered. */
  answer: [survey: string, question: string, value: number | string | boolean | readonly string[] | null]
  /** Something did not work. The host page need not care; its developers may. */
  problem: [text: string]
}

/** A call as the queue takes it: the name of a method, then its arguments. */
export type QueuedCall =
  | { [Name in keyof SimpleMethods]: readonly [method: Name, ...Parameters<SimpleMethods[Name]>] }[keyof SimpleMethods]
  | { [Event in keyof CairnEvents]: readonly ['on', event: Event, listener: Listener<Event>] }[keyof CairnEvents]
  | { [Event in keyof Events]: readonly ['track', event: Event, properties?: Events[Event]] }[keyof Events]
  | readonly ['identify', userId: string | number, traits?: TrackingPlan['userTraits'], options?: Identification]
  | readonly ['identify', traits: TrackingPlan['userTraits']]
  | readonly ['page', category?: string, name?: string, properties?: Properties]
  | readonly ['page', name: string, properties: Properties]

type Events = TrackingPlan['events']
type SimpleMethods = Pick<Cairn, 'group' | 'reset' | 'open' | 'close' | 'consent'>
type Listener<Name extends keyof CairnEvents> = (...args: CairnEvents[Name]) => void

/** What goes with who somebody is. */
export interface Identification {
  /** As `userHash` of the options. */
  userHash?: string | undefined
}

/** Cairn on one page. No method ever throws. */
export interface Cairn {
  /**
   * Says who is using the product, by an id that becomes a text. What an anonymous visitor did before is joined to them.
   *
   * @example
   * ```ts
   * cairn.identify('mia', { name: 'Mia Keller' }, { userHash })
   * ```
   */
  identify(userId: string | number, traits?: TrackingPlan['userTraits'], options?: Identification): void
  /** Adds traits to the person who is known already. */
  identify(traits: TrackingPlan['userTraits']): void
  /** Says which account the person works for. Its `segment` trait decides about its onboarding program. */
  group(groupId: string | number, traits?: TrackingPlan['accountTraits']): void
  /** Records that something happened, named as in the tracking plan. */
  track<Event extends keyof Events>(event: Event, properties?: Events[Event]): void
  /** Records that a page was seen. One text alone is its name. */
  page(category?: string, name?: string, properties?: Properties): void
  /** Records that a page was seen. */
  page(name: string, properties: Properties): void
  /**
   * Forgets the person, their account and everything on show, in all tabs: call it when somebody signs out. Facts that
   * wait are still sent as theirs, and what they said about consent stays.
   */
  reset(): void
  /**
   * Shows the program, milestone that was reached (`program/milestone`), survey, tour or announcement of this id now,
   * whatever its targeting and whether or not it was dismissed; `help` is the help panel.
   */
  open(id: string): void
  /** Takes what has this id off the page, or everything. */
  close(id?: string): void
  /**
   * Listens.
   *
   * @returns a function that stops listening
   */
  on<Name extends keyof CairnEvents>(name: Name, listener: Listener<Name>): () => void
  /**
   * Says whether the person agreed. `false`: nothing is recorded, sent or shown, and what is known or waits is dropped.
   * `true` also lifts Global Privacy Control, which otherwise keeps visitors who are not identified unrecorded. Who the
   * page said they are meanwhile is then introduced; what they did is not.
   */
  consent(given: boolean): void
  /** Makes calls by name, as the queue of the script tag does. */
  push(...calls: QueuedCall[]): void
}
