/** Neighbours on a keyboard, in the rows of QWERTY; other layouts differ little. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Of each letter's code, the row it is in and its place there. */
const places = new Map(
  rows.flatMap((row, line) => row.split('').map((letter, at) => [letter.charCodeAt(0), line * 20 + at])),
)

const areNear = (a: number, b: number): boolean => Math.abs((places.get(a) ?? -99) - (places.get(b) ?? 99)) === 1

/** How much one slip counts: two letters swapped, a letter twice or once, its neighbour hit, another one. */
const cost = { swap: 0.7, double: 0.6, near: 0.8, letter: 1 }

/** How far a word is from what was typed. */
export interface Distance {
  whole: number
  /** From the nearest beginning of the word: what is typed may go on. */
  beginning: number
}

const far: Distance = { whole: Infinity, beginning: Infinity }

/** How far a word is from what was typed, by the slips that fingers make; Infinity where it is more than `most`. */
export function distance(typed: string, word: string, most: number): Distance {
  const size = word.length + 1
  // Three rows of the table are enough: the letter before may have been swapped.
  const table = new Float64Array(3 * size)
  for (let column = 0; column < size; column++) table[column] = column
  for (let row = 1; row <= typed.length; row++) {
    const [older, old, current] = [((row + 1) % 3) * size, ((row + 2) % 3) * size, (row % 3) * size]
    const [letter, before] = [typed.charCodeAt(row - 1), typed.charCodeAt(row - 2)]
    const extra = letter === before ? cost.double : cost.letter
    let least = (table[current] = row)
    for (let column = 1; column < size; column++) {
      const [other, previous] = [word.charCodeAt(column - 1), word.charCodeAt(column - 2)]
      const change = letter === other ? 0 : areNear(letter, other) ? cost.near : cost.letter
      const missing = other === previous ? cost.double : cost.letter
      let value = Math.min(
        at(table, old + column - 1) + change,
        at(table, old + column) + extra,
        at(table, current + column - 1) + missing,
      )
      if (letter === previous && before === other) value = Math.min(value, at(table, older + column - 2) + cost.swap)
      table[current + column] = value
      if (value < least) least = value
    }
    if (least > most) return far
  }
  const end = (typed.length % 3) * size
  const whole = at(table, end + size - 1)
  return { whole: whole > most ? Infinity : whole, beginning: Math.min(...table.subarray(end, end + size)) }
}

const at = (table: Float64Array, place: number): number => table[place] ?? Infinity

/** The letters of a word as bits: words that share few are never near. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let place = 0; place < word.length; place++) letters |= 1 << (word.charCodeAt(place) & 31)
  return letters
}

/** Whether two words have so many letters of their own that more slips lie between them than `most` allows. */
export function areFar(
  typed: number,
  word: number,
  { most, unfinished }: { most: number; unfinished: boolean },
): boolean {
  const slips = Math.floor(most / cost.near)
  return countBits(typed & ~word) > slips || (!unfinished && countBits(word & ~typed) > slips)
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
