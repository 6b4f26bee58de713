/** A day as it is written in a language; in English where the page names a language that there is not. */
export const dayIn = (locale: string, at: string | number, options: Intl.DateTimeFormatOptions): string => {
  try {
    return new Intl.DateTimeFormat(locale, options).format(new Date(at))
  } catch {
    return dayIn('en', at, options)
  }
}
