/**
 * The events that Cairn sends by itself, of tours and announcements. No tracking plan has to name them, and a definition
 * can wait for any of them.
 */
export const ownEvents: readonly string[] = [
  'tour_started',
  'tour_step_viewed',
  'tour_target_missing',
  'tour_completed',
  'tour_dismissed',
  'announcement_shown',
  'announcement_followed',
  'announcement_dismissed',
]

const stepCompleted = 'step_completed:'

/**
 * The event that a browser sends for a step that completes without one of the product. No event of a tracking plan can be
 * called so.
 */
export const stepEvent = (program: string, step: string): string => `${stepCompleted}${program}/${step}`

/** Whether Cairn sends an event by itself. */
export const isOwnEvent = (event: string): boolean => ownEvents.includes(event) || event.startsWith(stepCompleted)
