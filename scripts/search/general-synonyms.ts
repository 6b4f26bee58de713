import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../search/synonyms')

/** Groups of words that mean much the same to whoever needs help, in the language of a locale. */
export function generalSynonyms(locale: string): string[][] {
  const file = join(folder, `${locale.split('-')[0] ?? ''}.txt`)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').map((member) => member.trim()))
}
