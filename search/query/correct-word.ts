import type { SearchIndex } from './read-index.ts'
import { areFar, distance, lettersOf } from './spelling.ts'

/** A word of the index that may be meant. */
export interface Correction {
  /** As it is written; two words where a space was left out. */
  text: string
  stems: readonly string[]
  /** How sure it is, up to 1. */
  weight: number
}

/** A slip at the beginning of a word is rarer than one within it. */
const firstLetter = 0.4
/** What is typed may go on. */
const goesOn = 0.3
/** A frequent word is meant more often than a rare one. */
const perFrequency = 0.12
/** Further words that are nearly as near as the nearest. */
const [nearly, further] = [0.4, 3]

/** How far a word may be from what was typed: short words have too many neighbours. */
const reach = (length: number): number => (length < 4 ? 0.7 : length < 5 ? 1 : length < 8 ? 1.6 : 2.4)
const lenience = 1.2

/** Finds words of the index that may be meant by one that no article has, nearest first. */
export function correctWord(
  index: SearchIndex,
  typed: string,
  { unfinished, lenient }: { unfinished: boolean; lenient: boolean },
): Correction[] {
  // Numbers, ids and codes are not misspelt words.
  if (typed.length < 3 || /\d/.test(typed)) return []
  const most = reach(typed.length) + (lenient && typed.length > 3 ? lenience : 0)
  const letters = lettersOf(typed)
  const found: { word: string; stem: string; far: number }[] = []
  index.words.forEach((word, at) => {
    const longer = word.length - typed.length
    const mayGoOn = unfinished && longer > 0
    if (longer < -2 || (longer > 2 && !mayGoOn) || word.length < 3 || /^\d/.test(word)) return
    if (!lenient && !beginAlike(typed, word)) return
    if (areFar(letters, lettersOf(word), { most, unfinished: mayGoOn })) return
    const other = word[0] === typed[0] ? 0 : firstLetter
    const { whole, beginning } = distance(typed, word, most - other)
    const far = Math.min(whole, mayGoOn ? beginning + goesOn : Infinity)
    if (far > most - other) return
    const stem = index.stems[at] ?? word
    found.push({ word, stem, far: far + other - perFrequency * Math.log(2 + frequencyOf(index, stem)) })
  })
  found.sort((a, b) => a.far - b.far)
  const [nearest] = found
  const split = nearest && nearest.far < 0.5 ? undefined : splitIn(index, typed)
  if (!nearest) return split ? [split] : []
  const words = found.slice(0, further).filter(({ far }) => far < nearest.far + nearly)
  return [
    ...(split ? [split] : []),
    ...words.map(({ word, stem }, at) => ({ text: word, stems: [stem], weight: at === 0 ? 0.9 : 0.6 })),
  ]
}

/** A slip at the beginning changes, adds, leaves out or swaps one letter. */
const beginAlike = (a: string, b: string): boolean => a[0] === b[0] || a[1] === b[1] || a[0] === b[1] || a[1] === b[0]

/** Two words of the index that were typed without their space. */
function splitIn(index: SearchIndex, typed: string): Correction | undefined {
  let best: (Correction & { frequency: number }) | undefined
  for (let at = 3; at <= typed.length - 3; at++) {
    const parts = [typed.slice(0, at), typed.slice(at)]
    const stems = parts.map(index.analyzer.stem)
    const frequency = Math.min(...stems.map((stem) => frequencyOf(index, stem)))
    if (frequency > (best?.frequency ?? 0)) best = { text: parts.join(' '), stems, weight: 0.9, frequency }
  }
  return best
}

function frequencyOf(index: SearchIndex, stem: string): number {
  const term = index.termOf(stem)
  return term === undefined ? 0 : index.headsOf(term).articles.length
}
