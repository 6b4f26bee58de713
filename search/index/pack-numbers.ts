// Characters that JSON leaves as they are, and no space, which stands between lists.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_!#$%()*+,./:;=?@[]^{|}~'

/** As many characters end a number; the rest say that more follows. */
const last = 44
const more = digits.length - last
const values = new Uint8Array(128)
for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value

/** Writes numbers as text, small ones as one character. */
export function packNumbers(numbers: Iterable<number>): string {
  let text = ''
  for (const number of numbers) {
    let rest = number
    while (rest >= last) {
      text += digits[last + (rest % more)] ?? ''
      rest = Math.floor(rest / more)
    }
    text += digits[rest] ?? ''
  }
  return text
}

/** Reads what `packNumbers` wrote. */
export function unpackNumbers(text: string): number[] {
  const numbers: number[] = []
  let [number, factor] = [0, 1]
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)] ?? 0
    if (value >= last) {
      number += (value - last) * factor
      factor *= more
    } else {
      numbers.push(number + value * factor)
      ;[number, factor] = [0, 1]
    }
  }
  return numbers
}

/** How many numbers a text holds. */
export function countNumbers(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if ((values[text.charCodeAt(at)] ?? 0) < last) count++
  return count
}
