import type { State } from '../../api/contract/state.ts'

/** Announcements that the person has not seen. A banner stands on the page until it is closed, so it needs no count. */
export const unseenNews = (state: State | null): State['announcements'] =>
  state?.announcements.filter(({ seenAt, definition }) => !seenAt && definition.form !== 'banner') ?? []
