/** An identifier as words: `invoice_sent` and `invoice-sent` are "Invoice sent". Text that has spaces is left alone. */
export const humanize = (name: string): string => {
  if (/\s/.test(name)) return name
  const words = name.replace(/[-_]+/g, ' ').trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
