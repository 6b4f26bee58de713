/** What the search knows of a language. It travels with the index, so the code that searches knows none. */
export interface Language {
  /** Words that say nothing by themselves, folded, with spaces between them. */
  stopWords: string
  /** Words that people wrap around what they look for: they count little. */
  weakWords: string
  /** The numbers from zero, as words. */
  numbers: string
  /**
   * Endings that make forms of one word, in steps; of each step the first that fits is taken off. `ies>y` puts `y` in
   * its place, and a word keeps at least as many letters as the number behind `/`, else three.
   */
  endings: string[]
  /** Endings by which words of one family differ, such as `renew` and `renewal`. */
  familyEndings: string
}
