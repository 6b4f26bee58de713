import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formats } from './formats/detect.ts'
import { ImportError } from './import-error.ts'

/** What somebody asks for. */
export interface Asked {
  files: string[]
  format: string | undefined
  account: string | undefined
  url: string
  secretKey: string
}

/** How the command is called. */
export const usage = `Usage: npm run import -- <file…> [--format ${Object.keys(formats).join('|')}] [--account <group type or property>] [--url http://127.0.0.1:3000] [--key sk_…]

Imports facts from exports of Cairn, Segment, PostHog or Mixpanel, or from a table (JSON Lines or CSV, gzip too).
The secret key comes from --key, SECRET_KEY or, for a server on this machine, its data folder (DATA_DIR).`

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const
    const options = {
      format: text,
      account: text,
      url: text,
      key: text,
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new ImportError(`${(error as Error).message}\n\n${usage}`)
  }
}

function keyOf(given: string | undefined, environment: NodeJS.ProcessEnv): string {
  const key = given ?? environment['SECRET_KEY']
  if (key) return key
  const file = join(environment['DATA_DIR'] || './data', 'secret-key')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new ImportError(`There is no secret key: set SECRET_KEY, or DATA_DIR to the data folder of the server.`)
}

/**
 * Reads how the command was called.
 *
 * @returns null where only help was asked for.
 * @throws ImportError that says what is missing.
 */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Asked | null {
  const { values, positionals: files } = parse(args)
  if (values.help) return null
  if (files.length === 0) throw new ImportError(`Name a file to import.\n\n${usage}`)
  for (const file of files) {
    if (!existsSync(file) || !statSync(file).isFile()) throw new ImportError(`There is no file ${file}.`)
  }
  if (values.format !== undefined && !Object.hasOwn(formats, values.format)) {
    throw new ImportError(`--format must be ${Object.keys(formats).join(', ')}; it is "${values.format}".`)
  }
  const url = values.url ?? `http://127.0.0.1:${environment['PORT'] || '3000'}`
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new ImportError(`--url must be an http(s) address such as https://cairn.example.com; it is "${url}".`)
  }
  return {
    files,
    format: values.format,
    account: values.account,
    url: url.replace(/\/+$/, ''),
    secretKey: keyOf(values.key, environment),
  }
}
