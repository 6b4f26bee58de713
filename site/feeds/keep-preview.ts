import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawPreview } from './draw-preview.ts'

/** Grows when pictures are drawn in another way. */
const edition = 1

/**
 * The preview of an article, drawn once for its words: 5,000 of them take minutes.
 *
 * @param folder - What keeps them from one build to the next; it may be deleted at any time.
 */
export async function keepPreview(folder: string, said: Parameters<typeof drawPreview>[0]): Promise<Buffer> {
  const name = createHash('sha256')
    .update(JSON.stringify([edition, said]))
    .digest('hex')
    .slice(0, 32)
  const file = join(folder, `${name}.png`)
  if (existsSync(file)) return readFileSync(file)
  const picture = await drawPreview(said)
  mkdirSync(folder, { recursive: true })
  // Whole or not at all: a build may be interrupted.
  writeFileSync(`${file}.unfinished`, picture)
  renameSync(`${file}.unfinished`, file)
  return picture
}
