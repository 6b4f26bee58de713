import { perLocale } from './per-locale.ts'

const pluralRules = perLocale((locale) => new Intl.PluralRules(locale))
const numbers = perLocale((locale) => new Intl.NumberFormat(locale))

/** A text in the forms that its language's plural rules ask for. */
export interface PluralForms {
  one: string
  other: string
}

/** Puts values into the `{name}` places of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** Chooses the form of a text for `count` in the language of `locale` and fills it. */
export function fillPlural(
  forms: PluralForms,
  { locale, count, ...values }: { locale: string; count: number; query?: string },
): string {
  const form = pluralRules(locale).select(count) === 'one' ? forms.one : forms.other
  return fill(form, { ...values, count: numbers(locale).format(count) })
}
