import { join } from 'node:path'
import type { Settings } from '../../api/env.ts'

/**
 * What somebody needs who has just started it.
 *
 * @param options.at - Where it is reached, without a slash at the end.
 * @param options.news - The first sentence.
 * @param options.more - Further lines, by name.
 */
export function readyBlock(options: {
  at: string
  settings: Pick<Settings, 'secretKey' | 'dataDir' | 'demo'>
  writeKey: string
  news?: string
  more?: Record<string, string>
}): string {
  const { at, settings, writeKey, news = 'Cairn is ready.', more = {} } = options
  const secret = settings.secretKey ? 'SECRET_KEY' : join(settings.dataDir, 'secret-key')
  const lines = {
    'Help center': `${at}/`,
    'Demo app': settings.demo ? `${at}/demo/` : 'off (DEMO=on serves it)',
    Console: `${at}/console/   (sign in with the secret key: ${secret})`,
    'API docs': `${at}/v1/docs`,
    'Write key': writeKey,
    ...more,
  }
  const written = Object.entries(lines).map(([name, value]) => `  ${name.padEnd(11)}  ${value}`)
  return ['', `  ${news}`, '', ...written, '', '  Ctrl-C ends it.', ''].join('\n')
}
