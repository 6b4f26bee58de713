/** What tours, hotspots, banners and announcements say besides their own words. */
export interface GuideWords {
  step(number: number, all: number): string
  next: string
  back: string
  done: string
  close: string
  show: string
}

export const guideWords: GuideWords = {
  step: (number, all) => `${number} of ${all}`,
  next: 'Next',
  back: 'Back',
  done: 'Done',
  close: 'Close',
  show: 'Show me',
}
