/** The places of the words that begin with a prefix, among sorted ones. */
export function wordRange(words: readonly string[], prefix: string): { from: number; to: number } {
  const from = firstFrom(words, (word) => word >= prefix)
  return { from, to: firstFrom(words, (word) => word > prefix && !word.startsWith(prefix)) }
}

/** The first place from which a condition holds. */
function firstFrom(words: readonly string[], holds: (word: string) => boolean): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(words[middle] ?? '')) high = middle
    else low = middle + 1
  }
  return low
}
