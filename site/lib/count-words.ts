/** Words that are read in a minute: 238, the mean for English prose (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238

/** How many words a Markdown text has, code included and addresses left out. */
export function countWords(markdown: string): number {
  return markdown.replace(/\]\([^)]*\)/g, ']').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0
}

/** Minutes that a text of so many words takes to read; at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / wordsPerMinute))
