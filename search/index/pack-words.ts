/** Words are in lower case, so a capital says how much one shares with the one before it. */
const [first, most] = ['A'.charCodeAt(0), 25]

/** Writes sorted words, each without what it shares with the one before it. */
export function packWords(words: readonly string[]): string {
  let before = ''
  let text = ''
  for (const word of words) {
    let shared = 0
    while (shared < most && shared < word.length && word[shared] === before[shared]) shared++
    text += String.fromCharCode(first + shared) + word.slice(shared)
    before = word
  }
  return text
}

/** Reads what `packWords` wrote. */
export function unpackWords(text: string): string[] {
  let before = ''
  return [...text.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, shared = 'A', rest = '']) => {
    before = before.slice(0, shared.charCodeAt(0) - first) + rest
    return before
  })
}
