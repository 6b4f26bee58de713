/** What a celebration says besides its own words. */
export interface MilestoneWords {
  close: string
}

export const milestoneWords: MilestoneWords = { close: 'Close' }
