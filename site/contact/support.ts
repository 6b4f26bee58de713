import { parse } from 'yaml'
import { Support } from '../../content/support-schema.ts'
import text from '../../content/support.yaml?raw'

/** How soon the support team answers, as the definition says. */
export const support: Support = Support.parse(parse(text))
