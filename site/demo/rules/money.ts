import type { Invoice } from '../data/school.ts'

const francs = new Intl.NumberFormat('en-CH', { style: 'currency', currency: 'CHF' })

/** `CHF 190.00`. */
export function chf(amount: number): string {
  return francs.format(amount)
}

/** What an invoice comes to, in CHF. */
export function total(invoice: Pick<Invoice, 'lessons' | 'price'>): number {
  return Math.round(invoice.lessons * invoice.price * 100) / 100
}
