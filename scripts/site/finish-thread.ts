import { createIndex, close } from 'pagefind'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { SearchHints } from '../../content/schema.ts'
import { compressFile } from '../compress-files.ts'
import { readPage } from '../search/read-page.ts'
import { beginIndexes } from '../search/begin-indexes.ts'

/** A page as it was rendered and as it is sent. */
interface FinishedPage {
  page: string
  whole: string
  html: string
}

/** What the thread is told: one page after the other, and at the end that there are no more. */
export type FinishMessage = FinishedPage | { hints: SearchHints | undefined }

const port = parentPort
if (!port) throw new Error('This file runs as a thread of a build.')

const { site } = workerData as { site: string }
const indexes = beginIndexes(site)
const problems: string[] = []

const { index: pagefind, errors } = await createIndex({})
problems.push(...errors)
const added: Promise<void>[] = []

port.on('message', (message: FinishMessage) => {
  if ('page' in message) finishPage(message)
  else void finishSite(message.hints)
})

function finishPage({ page, whole, html }: FinishedPage): void {
  const file = join(site, page)
  mkdirSync(dirname(file), { recursive: true })
  compressFile(file, Buffer.from(html))
  const read = readPage(whole)
  if (!read) return
  indexes.add(read)
  added.push(addToPagefind(page, whole))
}

async function addToPagefind(page: string, html: string): Promise<void> {
  const answer = await pagefind?.addHTMLFile({ sourcePath: page, content: html })
  problems.push(...(answer?.errors ?? []))
}

async function finishSite(hints: SearchHints | undefined): Promise<void> {
  await Promise.all(added)
  // Pagefind is a process of its own: it writes its files while this one makes the other index.
  const written = pagefind?.writeFiles({ outputPath: join(site, 'pagefind') })
  indexes.finish(hints)
  problems.push(...((await written)?.errors ?? []))
  await close()
  port?.postMessage(problems)
}
