/** What few checklists say. */
export interface ExtraWords {
  markDone: string
  /** Names the step that has to come first. */
  after(title: string): string
}

export const extraWords: ExtraWords = {
  markDone: 'Mark as done',
  after: (title) => `After “${title}”`,
}
