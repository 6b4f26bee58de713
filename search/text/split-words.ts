import { fold } from './fold.ts'

/** A word of a text. */
export interface Word {
  /** Folded: lower case, no accents. */
  text: string
  /** How many words stand before it. */
  place: number
  /** Where it stands in the text. */
  start: number
  end: number
  /** Set on what is written as several words but may be meant as one: `wi-fi` is also `wifi`. */
  joined?: true
}

/** A hyphen may be one that keeps a line together. */
const chunk = /[\p{L}\p{N}\p{M}]+(?:['’._\u2010\u2011-]+[\p{L}\p{N}\p{M}]+)*/gu
/** Most words are just that, and need no closer look. */
const simple = /^(?:[A-Z]?[a-z\d]+|[A-Z\d]+)$/
const piece = /[\p{L}\p{N}\p{M}]+/gu
const camel = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu

/**
 * Splits a text into words. What is written with hyphens, dots, underscores or humps gives its parts, and its parts
 * joined; numbers with dots are one word, and also their first part.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  let place = 0
  for (const { 0: written, index } of text.matchAll(chunk)) {
    if (simple.test(written)) {
      words.push({ text: written.toLowerCase(), place: place++, start: index, end: index + written.length })
      continue
    }
    const pieces = piecesOf(written, index)
    if (/^\d+(\.\d+)+$/.test(written)) {
      const [first] = pieces
      const [start, end] = [index, index + written.length]
      words.push({ text: written, place, start, end })
      if (first) words.push({ ...first, place, joined: true })
      place += 1
      continue
    }
    const from = place
    for (const each of pieces) words.push({ ...each, place: place++ })
    if (pieces.length < 2 || pieces.length > 3) continue
    for (let length = 2; length <= pieces.length; length++) {
      for (let at = 0; at + length <= pieces.length; at++) {
        const run = pieces.slice(at, at + length)
        const [start, end] = [run[0]?.start ?? index, run.at(-1)?.end ?? index]
        words.push({ text: run.map((each) => each.text).join(''), place: from + at, start, end, joined: true })
      }
    }
  }
  return words
}

/** The parts of what is written without a space; an apostrophe belongs to the word it shortens. */
function piecesOf(written: string, offset: number): { text: string; start: number; end: number }[] {
  // `can't` is `cant`, `domain's` is `domain`, and `l'abonnement` is `abonnement`.
  const blank = (part: string) => ' '.repeat(part.length)
  const plain = written.replace(/['’]s$/i, blank).replace(/^(?:\p{L}|qu|jusqu|lorsqu|puisqu)['’](?=\p{L}{2})/iu, blank)
  const pieces: { text: string; start: number; end: number }[] = []
  for (const part of plain.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/gu)) {
    let start = offset + part.index
    for (const hump of part[0].split(camel)) {
      const text = fold([...hump.matchAll(piece)].join(''))
      if (text !== '') pieces.push({ text, start, end: start + hump.length })
      start += hump.length
    }
  }
  return pieces
}
