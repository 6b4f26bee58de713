import type { ReferenceKind } from '../data/school.ts'

/** Letters and digits of an IBAN without the spaces people type. */
export function compactIban(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase()
}

/** An IBAN in groups of four, as it is printed. */
export function printIban(iban: string): string {
  return compactIban(iban).replace(/(.{4})(?=.)/g, '$1 ')
}

/** Whether an account is a QR-IBAN: its institution id is between 30000 and 31999. */
export function isQrIban(iban: string): boolean {
  const institution = Number(compactIban(iban).slice(4, 9))
  return institution >= 30_000 && institution <= 31_999
}

/** What is wrong with an IBAN for Swiss QR-bills of a kind of reference, in a sentence; null where nothing is. */
export function checkIban(text: string, reference: ReferenceKind): string | null {
  const iban = compactIban(text)
  if (iban === '') return 'Enter the IBAN your students pay to.'
  if (!/^(CH|LI)/.test(iban))
    return 'QR-bills need an account in Switzerland or Liechtenstein: the IBAN starts with CH or LI.'
  if (iban.length !== 21) return `A Swiss IBAN has 21 characters, this one has ${iban.length}.`
  if (!/^[A-Z]{2}\d{7}[A-Z0-9]{12}$/.test(iban))
    return 'An IBAN holds letters and digits only. Check for a typing error.'
  if (remainder97(iban.slice(4) + iban.slice(0, 4)) !== 1)
    return 'The check digits do not match. Check for a typing error.'
  if (reference === 'qr' && !isQrIban(iban))
    return 'A QR reference needs a QR-IBAN from your bank. Choose a creditor reference for this IBAN.'
  if (reference !== 'qr' && isQrIban(iban)) return 'This is a QR-IBAN: choose the QR reference for it.'
  return null
}

/** The remainder by 97 of letters and digits, with A to Z as 10 to 35 (ISO 7064). */
export function remainder97(text: string): number {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
