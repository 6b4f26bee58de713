/**
 * An identifier as words: `invoice_sent`, `invoice-sent` and `InvoiceSent` are "Invoice sent", and `hasIBAN` is
 * "Has IBAN". Text that has spaces is left alone.
 */
export const humanize = (name: string): string => {
  if (/\s/.test(name)) return name
  const words = name
    .replace(/[-_]+/g, ' ')
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/(?<=\S\s+)\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase())
    .trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
