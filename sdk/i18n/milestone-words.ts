/** What a celebration says besides its own words. */
export interface MilestoneWords {
  close: string
  share: string
  name: string
  save: string
}

export const milestoneWords: MilestoneWords = {
  close: 'Close',
  share: 'Share',
  name: 'Name on the certificate',
  save: 'Save certificate',
}
