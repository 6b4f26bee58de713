/** What the button of the help panel says. */
export interface LauncherWords {
  help: string
  news(count: number): string
}

export const launcherWords: LauncherWords = { help: 'Help', news: (count) => `${count} new` }
