import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countNumbers, packNumbers, unpackNumbers } from '../../search/index/pack-numbers.ts'
import { packWords, unpackWords } from '../../search/index/pack-words.ts'
import { fold } from '../../search/text/fold.ts'

test('numbers are read as they were written, and counted without being read', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat({ max: 100 }), fc.nat())), (numbers) => {
      const text = packNumbers(numbers)
      expect(unpackNumbers(text)).toEqual(numbers)
      expect(countNumbers(text)).toBe(numbers.length)
      expect(text).not.toContain(' ')
      expect(JSON.stringify(text)).toBe(`"${text}"`)
    }),
  )
})

test('words are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })), (texts) => {
      const words = texts
        .map((text) => fold(text).replace(/[^\p{Ll}\p{Lo}\p{N}]/gu, ''))
        .filter(Boolean)
        .sort()
      expect(unpackWords(packWords(words))).toEqual(words)
    }),
  )
})
