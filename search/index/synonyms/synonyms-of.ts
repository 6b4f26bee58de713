import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { spanish } from './spanish.ts'

const tables: Record<string, string> = { de: german, en: english, es: spanish, fr: french }

/** Groups of words that mean much the same to whoever needs help, in the language of a locale. */
export function synonymsOf(locale: string): string[][] {
  const table = tables[locale.split('-')[0] ?? ''] ?? ''
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((member) => member.trim()))
}
