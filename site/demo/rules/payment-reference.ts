import type { ReferenceKind } from '../data/school.ts'
import { remainder97 } from './iban.ts'

/** The reference that a payment of an invoice carries, printed in groups; null for the kind without one. */
export function paymentReference(kind: ReferenceKind, invoiceNumber: string): string | null {
  if (kind === 'none') return null
  return kind === 'qr' ? qrReference(invoiceNumber) : creditorReference(invoiceNumber)
}

/** 27 digits: the number padded to 26, and a check digit of the recursive modulo 10. */
function qrReference(invoiceNumber: string): string {
  const digits = invoiceNumber.replace(/\D/g, '').padStart(26, '0')
  const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
  const carry = Array.from(digits).reduce((last, digit) => table[(last + Number(digit)) % 10] ?? 0, 0)
  const reference = `${digits}${(10 - carry) % 10}`
  return `${reference.slice(0, 2)} ${reference.slice(2).replace(/(.{5})(?=.)/g, '$1 ')}`
}

/** ISO 11649: `RF`, two check digits, and the number. */
function creditorReference(invoiceNumber: string): string {
  const check = 98 - remainder97(`${invoiceNumber}RF00`)
  return `RF${String(check).padStart(2, '0')}${invoiceNumber}`.replace(/(.{4})(?=.)/g, '$1 ')
}
