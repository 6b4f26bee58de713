/** Neighbours on a keyboard, in the rows of QWERTY; other layouts differ little. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const near = new Set(
  rows.flatMap((row) => Array.from(row, (letter, at) => [letter, row[at + 1] ?? '']).flatMap(bothWays)),
)

function bothWays([a = '', b = '']: string[]): string[] {
  return [a + b, b + a]
}

/** How much one slip counts: two letters swapped, a letter twice or once, its neighbour hit, another one. */
const cost = { swap: 0.7, double: 0.6, near: 0.8, letter: 1 }

/**
 * How far a word is from what was typed, by the slips that fingers make; Infinity where it is more than `most`.
 *
 * @param options.unfinished - Takes the nearest beginning of the word instead of the whole.
 */
export function distance(
  typed: string,
  word: string,
  { most, unfinished = false }: { most: number; unfinished?: boolean },
): number {
  let [older, old, current] = [
    new Float64Array(0),
    new Float64Array(word.length + 1),
    new Float64Array(word.length + 1),
  ]
  old.forEach((_, column) => (old[column] = column))
  for (let row = 1; row <= typed.length; row++) {
    const [letter = '', before = ''] = [typed[row - 1], typed[row - 2]]
    const extra = letter === before ? cost.double : cost.letter
    let least = (current[0] = row)
    for (let column = 1; column <= word.length; column++) {
      const [other = '', previous = ''] = [word[column - 1], word[column - 2]]
      const change = letter === other ? 0 : near.has(letter + other) ? cost.near : cost.letter
      const missing = other === previous ? cost.double : cost.letter
      let far = Math.min(at(old, column - 1) + change, at(old, column) + extra, at(current, column - 1) + missing)
      if (row > 1 && column > 1 && letter === previous && before === other) {
        far = Math.min(far, at(older, column - 2) + cost.swap)
      }
      current[column] = far
      if (far < least) least = far
    }
    if (least > most) return Infinity
    ;[older, old, current] = [old, current, row > 1 ? older : new Float64Array(word.length + 1)]
  }
  const far = unfinished ? Math.min(...old) : at(old, word.length)
  return far > most ? Infinity : far
}

const at = (row: Float64Array, column: number): number => row[column] ?? Infinity

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
