import type { Language } from './language.ts'
import { splitWords, type Word } from './split-words.ts'

/** A word with the form that all its inflections share. */
export interface Term extends Word {
  stem: string
}

/** Turns words of a language into what they are found by. */
export interface Analyzer {
  /** The words of a text, each with its stem. */
  terms: (text: string) => Term[]
  /** The stems of a text's words with a space between them: two phrases that mean the same have the same. */
  phrase: (text: string) => string
  stem: (word: string) => string
  /** What is left of a stem without the endings of its family; the stem itself where nothing is. */
  root: (stem: string) => string
  isStop: (word: string) => boolean
  /** Whether a stem says little. */
  isWeak: (stem: string) => boolean
}

interface Ending {
  text: string
  instead: string
  least: number
}

const shortest = 4

/** Prepares the analysis of a language. */
export function createAnalyzer(language: Language): Analyzer {
  const steps = language.endings.map((step) => step.split(' ').map(readEnding))
  const familyEndings = language.familyEndings.split(' ').filter(Boolean)
  const numbers = new Map(language.numbers.split(' ').map((word, value) => [word, String(value)]))
  const stems = new Map<string, string>()

  const stem = (word: string): string => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const made = numbers.get(word) ?? strip(word, steps)
    stems.set(word, made)
    return made
  }
  const root = (form: string): string => {
    if (/\d/.test(form)) return form
    let rest = form
    for (;;) {
      const ending = familyEndings.find((each) => rest.endsWith(each) && rest.length - each.length >= shortest)
      if (ending === undefined) return rest
      rest = single(rest.slice(0, -ending.length))
    }
  }
  const stopWords = new Set(language.stopWords.split(' '))
  const weak = new Set(language.weakWords.split(' ').map(stem))
  const terms = (text: string): Term[] => splitWords(text).map((word) => ({ ...word, stem: stem(word.text) }))
  return {
    terms,
    phrase: (text) =>
      terms(text)
        .flatMap((term) => (term.joined ? [] : term.stem))
        .join(' '),
    stem,
    root,
    isStop: (word) => stopWords.has(word),
    isWeak: (form) => weak.has(form),
  }
}

function readEnding(rule: string): Ending {
  const [, text = '', instead = '', least = '3'] = /^([^>/]+)(?:>([^/]*))?(?:\/(\d+))?$/.exec(rule) ?? []
  return { text, instead, least: Number(least) }
}

function strip(word: string, steps: readonly Ending[][]): string {
  if (word.length < shortest || /\d/.test(word)) return word
  let form = word
  for (const step of steps) {
    const ending = step.find(({ text, least }) => form.endsWith(text) && form.length - text.length >= least)
    if (!ending) continue
    const rest = form.slice(0, form.length - ending.text.length)
    // `string` is no form of `str`.
    if (ending.text === ending.instead || /[aeiouy]/.test(rest) || !/^[a-z]+$/.test(rest))
      form = single(rest + ending.instead)
  }
  return single(form)
}

/** `running` and `run` differ by a doubled letter, too. */
const single = (form: string): string => (form.length > 3 ? form.replace(/([^aeiou\d])\1$/, '$1') : form)
