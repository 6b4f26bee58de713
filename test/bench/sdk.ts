import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { filesOfSdk } from '../../scripts/fetched-files.ts'
import { findBrowser } from '../../scripts/find-browser.ts'
import { startServerProcess } from '../support/start-server.ts'
import { bundlePeers } from './sdk/bundle-peers.ts'
import { measureLongestTask, measureVisit, type Visit } from './sdk/measure-visit.ts'
import { peers } from './sdk/peers.ts'

const { values } = parseArgs({
  options: {
    /** Visits of each; the one in the middle counts. */
    runs: { type: 'string', default: '7' },
  },
})
const runs = Number(values.runs)
if (!(runs > 0)) throw new Error('--runs takes a number above 0.')

/** A page to visit: what it fetches, and what holds in it when something shows. */
interface Case {
  name: string
  files: string[]
  html: string
  isShown: string
}

const folder = mkdtempSync(join(tmpdir(), 'cairn-sdk-bench-'))
const server = await startServerProcess()
const executablePath = findBrowser()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
let cases: Case[] = []
const site = createServer((request, response) => {
  const [, index = '', file] = (request.url ?? '').split('/')
  const visited = cases[Number(index)]
  const path = visited?.files.find((name) => file && name.endsWith(`/${file}`))
  if (index === '' || !visited) return response.writeHead(404).end()
  response.setHeader('Content-Type', path ? typeOf(path) : 'text/html')
  return response.end(path ? readFileSync(path) : visited.html)
})

try {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const { port } = site.address() as AddressInfo
  cases = [
    { name: 'An empty page', files: [], html: page(''), isShown: 'true' },
    ...cairnCases(),
    ...(await peerCases()),
  ]
  const visits = cases.map((): Visit[] => [])
  const longest = cases.map((): number[] => [])
  // In turn, so that what else the machine does meets all alike.
  for (let run = 0; run < runs; run++) {
    for (const [index, { isShown }] of cases.entries()) {
      const url = `http://127.0.0.1:${port}/${index}/`
      visits[index]?.push(await measureVisit(browser, url, isShown))
      longest[index]?.push(await measureLongestTask(browser, url, isShown))
    }
  }
  print(cases, visits, longest)
} finally {
  site.closeAllConnections()
  site.close()
  await browser.close()
  await server.dispose()
  rmSync(folder, { recursive: true, force: true })
}

function cairnCases(): Case[] {
  const inRoot = (selector: string) => `!!document.querySelector('cairn-root')?.shadowRoot.querySelector('${selector}')`
  const dist = join(import.meta.dirname, '../../dist/sdk')
  const make = (
    name: string,
    parts: string[],
    { calls, isShown, begun, then = '' }: { calls: unknown[]; isShown: string; begun?: object; then?: string },
  ): Case => ({
    name,
    files: filesOfSdk(dist, parts),
    html: page(`<script>window.cairn = ${JSON.stringify(calls)}
        ${begun ? `sessionStorage.setItem('cairn:${server.writeKey}:begun', '${JSON.stringify(begun)}')` : ''}
        ${then}</script>
      <script async src="${server.url}/sdk/cairn.js" data-key="${server.writeKey}"></script>`),
    isShown,
  })
  const person = ['identify', 'bench']
  const school = ['group', 'bench', { segment: 'school' }]
  return [
    make('Cairn, the loader alone', [], {
      calls: [['consent', false]],
      isShown: `typeof window.cairn.track === 'function'`,
    }),
    make('Cairn, an NPS question', ['core', 'survey'], {
      calls: [person, ['open', 'nps']],
      isShown: inRoot('.survey'),
    }),
    make('Cairn, a checklist', ['core', 'checklist'], { calls: [person, school], isShown: inRoot('.checklist') }),
    make('Cairn, a step of a tour', ['core', 'guide', 'tour'], {
      calls: [person],
      isShown: inRoot('.speech:not([hidden])'),
      begun: { id: 'calendar', step: 'book' },
    }),
    make('Cairn, checklist, tour and NPS in turn', ['core', 'guide', 'checklist', 'tour', 'survey'], {
      calls: [person, school],
      isShown: inRoot('.survey'),
      begun: { id: 'calendar', step: 'book' },
      then: `const timer = setInterval(() => {
        if (!(${inRoot('.speech:not([hidden])')})) return
        clearInterval(timer)
        cairn.push(['close', 'calendar'], ['open', 'nps'])
      }, 50)`,
    }),
  ]
}

async function peerCases(): Promise<Case[]> {
  const bundles = await bundlePeers(peers, folder)
  return peers.map(({ name }) => {
    const files = bundles.get(name) ?? []
    const tag = (file: string) => {
      const src = file.split('/').at(-1) ?? ''
      return src.endsWith('.css') ? `<link rel="stylesheet" href="${src}">` : `<script defer src="${src}"></script>`
    }
    return {
      name,
      files,
      html: page(files.map(tag).join('')),
      isShown: `document.documentElement.dataset.shown === 'yes'`,
    }
  })
}

function print(measured: Case[], visits: Visit[][], longest: number[][]): void {
  const column = (text: string) => text.padStart(12)
  console.log(
    `${'What a page fetches until it shows'.padEnd(44)}${['brotli kB', 'script ms', 'over 50 ms', 'longest ms'].map(column).join('')}`,
  )
  for (const [index, { name, files }] of measured.entries()) {
    const bytes = files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0)
    const all = visits[index] ?? []
    const figures = [
      (bytes / 1000).toFixed(2),
      middle(all.map(({ script }) => script)).toFixed(1),
      middle(all.map(({ longTasks }) => longTasks)).toFixed(0),
      middle(longest[index] ?? []).toFixed(0),
    ]
    console.log(`${name.padEnd(44)}${figures.map(column).join('')}`)
  }
  console.log(`\nThe middle of ${runs} visits each, processor slowed down 4 times. Without data, fonts and pictures.`)
}

function middle(numbers: number[]): number {
  return numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}

function page(embedded: string): string {
  return `<!doctype html><html lang="en"><title>Host</title><body><div id="app"></div><button id="target" data-cairn="book-lesson">Target</button>${embedded}`
}

function typeOf(path: string): string {
  return path.endsWith('.css') ? 'text/css' : 'text/javascript'
}
