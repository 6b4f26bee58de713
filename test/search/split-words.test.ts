import { expect, test } from 'vitest'
import { splitWords } from '../../search/text/split-words.ts'

const wordsOf = (text: string) => splitWords(text).map(({ text: word, joined }) => (joined ? `+${word}` : word))

test.each([
  ['How do I log in?', ['how', 'do', 'i', 'log', 'in']],
  ['Échec de la synchronisation', ['echec', 'de', 'la', 'synchronisation']],
  ['Straße, naïve', ['strasse', 'naive']],
  ["can't open the domain's page", ['cant', 'open', 'the', 'domain', 'page']],
  ['l’abonnement d’un élève', ['abonnement', 'un', 'eleve']],
  ['auto\u2011école\u202f?', ['auto', 'ecole', '+autoecole']],
  ['Wi-Fi', ['wi', 'fi', '+wifi']],
  ['AutoFill', ['auto', 'fill', '+autofill']],
  ['ser_open(): error', ['ser', 'open', '+seropen', 'error']],
  ['version 2.3.5 of R4', ['version', '2.3.5', '+2', 'of', 'r4']],
  ['one-two-three-four', ['one', 'two', 'three', 'four']],
  ['', []],
])('%s gives the words by which it is found', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test('words say where they stand, so that they can be marked', () => {
  const text = 'Der Überblick: AutoFill'
  expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Der',
    'Überblick',
    'Auto',
    'Fill',
    'AutoFill',
  ])
})
