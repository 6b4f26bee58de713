import { contactUrl as contactPage } from '../../content/article-address.ts'
import type { Library } from './library.ts'

/** Where a person can be reached. */
export const contactUrl = ({ locale }: Library): string => contactPage(locale)
