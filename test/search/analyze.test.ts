import { expect, test } from 'vitest'
import { languageOf } from '../../search/languages/language-of.ts'
import { createAnalyzer } from '../../search/text/analyze.ts'

const analyzerOf = (locale: string) => createAnalyzer(languageOf(locale))

test.each([
  ['en', ['invoice', 'invoices', 'invoiced', 'invoicing']],
  ['en', ['copy', 'copies', 'copied', 'copying']],
  ['en', ['plan', 'plans', 'planned', 'planning']],
  ['en', ['install', 'installs', 'installed', 'installing']],
  ['en', ['access', 'accesses', 'accessed']],
  ['en', ['organise', 'organized', 'organizing']],
  ['en', ['colour', 'colors']],
  ['en', ['licence', 'licenses']],
  ['en', ['two', '2']],
  ['fr', ['facture', 'factures', 'facturer', 'facturé', 'facturée']],
  ['fr', ['annuler', 'annulé', 'annulez', 'annulent']],
  ['es', ['factura', 'facturas', 'facturar', 'facturado']],
  ['de', ['rechnung', 'rechnungen']],
  ['de', ['löschen', 'lösche', 'löscht']],
])('in %s the forms %s have one stem', (locale, forms) => {
  const { terms } = analyzerOf(locale)
  expect(new Set(terms(forms.join(' ')).map(({ stem }) => stem)).size).toBe(1)
})

test.each([
  ['en', 'string', 'str'],
  ['en', 'status', 'statu'],
  ['en', 'process', 'proc'],
  ['en', 'version', 'verse'],
])('in %s %s is no form of %s', (locale, word, other) => {
  const { stem } = analyzerOf(locale)
  expect(stem(word)).not.toBe(stem(other))
})

test.each([
  ['en', ['renew', 'renewal']],
  ['en', ['verify', 'verification']],
  ['en', ['install', 'installation', 'installer']],
  ['fr', ['annuler', 'annulation']],
  ['es', ['cancelar', 'cancelación']],
  ['de', ['kündigen', 'kündigung']],
])('in %s the words %s are one family', (locale, words) => {
  const { root, terms } = analyzerOf(locale)
  expect(new Set(terms(words.join(' ')).map(({ stem }) => root(stem))).size).toBe(1)
})

test('of a language that nothing is known of, words are found as they are written', () => {
  const { stem, isStop } = analyzerOf('cy')
  expect(stem('anfonebau')).toBe('anfonebau')
  expect(isStop('the')).toBe(false)
})
