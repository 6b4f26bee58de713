import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawPreview } from '../../../site/feeds/draw-preview.ts'
import { keepPreview } from '../../../site/feeds/keep-preview.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const said = { title: 'Book a lesson', category: 'Planning', siteName: 'Roadbook Help' }

/** The lowest row that has a dark pixel in it, above the name of the help center. */
async function endOfTitle(picture: Buffer): Promise<number> {
  const { data, info } = await sharp(picture).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true })
  for (let row = 500; row > 150; row--) {
    const pixels = data.subarray(row * info.width * info.channels, (row + 1) * info.width * info.channels)
    if (pixels.some((value) => value < 80)) return row
  }
  return 0
}

test('a preview has the size that is announced, and its title in it', async () => {
  const picture = await drawPreview(said)
  expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' })
  expect(await endOfTitle(picture)).toBeGreaterThan(200)
  expect(await endOfTitle(await drawPreview({ ...said, title: ' ' }))).toBe(0)
})

test('a title of any length stays above the name of the help center', async () => {
  for (const words of [3, 8, 12, 16, 25, 60]) {
    const picture = await drawPreview({ ...said, title: 'Rückerstattungsmöglichkeiten & <x>. '.repeat(words) })
    expect(await endOfTitle(picture), `${words} words`).toBeLessThan(490)
  }
})

test('a preview is drawn once for its words', async () => {
  const folder = temporaryFolder()
  await keepPreview(folder, said)
  const [file = ''] = readdirSync(folder)
  writeFileSync(join(folder, file), 'kept')
  expect(String(await keepPreview(folder, said))).toBe('kept')
  expect(String(await keepPreview(folder, { ...said, title: 'Move a lesson' }))).not.toBe('kept')
})
