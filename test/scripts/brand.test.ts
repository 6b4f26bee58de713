import { readFileSync } from 'node:fs'
import { wcagContrast } from 'culori'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeColours } from '../../scripts/brand/judge-colours.ts'
import { readColours, writeColours } from '../../scripts/brand/read-colours.ts'
import { tonesOf } from '../../scripts/brand/tones-of.ts'

const css = readFileSync('site/styles/tokens.css', 'utf8')
const colours = readColours(css)

const anyColour = fc
  .tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `rgb(${parts.join(' ')})`)

test('whatever the brand colour is, all that is written in it and on it can be read in light and dark', () => {
  fc.assert(
    fc.property(anyColour, (brand) => {
      const tones = tonesOf(brand, colours) ?? new Map()
      expect(tones.size).toBe(4)
      expect(judgeColours(readColours(writeColours(css, tones)))).toEqual([])
    }),
    { numRuns: 300, examples: [['#000'], ['#fff'], ['#ff0'], ['#00f'], ['red']] },
  )
})

test('a brand colour that can be read is taken as it is', () => {
  expect(tonesOf('#7c3aed', colours)?.get('accent')?.[0]).toBe('#7c3aed')
  expect(tonesOf('#ffd400', colours)?.get('accent')?.[1]).toBe('#ffd400')
})

test('what is no colour is none', () => {
  expect(tonesOf('roadbook', colours)).toBeNull()
})

test('a colour that cannot be read is named, with what it is on and how far it is from what is needed', () => {
  const pale = new Map(colours).set('accent', ['#a8c87e', '#a8c87e'])
  const ratio = wcagContrast('#a8c87e', '#faf9f6').toFixed(2)
  expect(judgeColours(pale)[0]).toBe(
    `--cairn-accent (#a8c87e) on --cairn-canvas (#faf9f6) has ${ratio} : 1 in the light, and needs 4.5 : 1.`,
  )
  expect(() => judgeColours(new Map())).toThrow('--cairn-text is not there')
})
