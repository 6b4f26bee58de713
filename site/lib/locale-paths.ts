import { loadLibraries } from './load-libraries.ts'
import { localeParam } from './locale-param.ts'

/** The paths of a page that every language has once, each with its library and all languages there are. */
export async function localePaths() {
  const libraries = await loadLibraries()
  const locales = [...libraries.keys()]
  return [...libraries.values()].map((library) => ({
    params: { locale: localeParam(library.locale) },
    props: { library, locales },
  }))
}
