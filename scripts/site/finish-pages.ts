import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'
import { BuildError } from '../build-error.ts'
import { compressFiles } from '../compress-files.ts'
import { readSearchHints } from '../content/search-hints.ts'
import type { FinishMessage } from './finish-thread.ts'
import { lightenPage } from './lighten-page.ts'
import { writeMarkdownFiles } from './write-markdown-files.ts'

/**
 * Lightens and compresses the pages of a build, indexes them for the search, and puts the Markdown of the articles beside them. A thread
 * does it with each page while the next one is rendered, so that a build takes little longer than its rendering.
 */
export function finishPages(): AstroIntegration {
  let [root, site] = ['', '']
  let finish: ReturnType<typeof startThread> | undefined
  /** Stylesheets that are several in one, by their address. */
  const merged = new Map<string, string[]>()
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root)
        site = fileURLToPath(config.outDir)
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const thread = (finish = startThread(site))
        setPrerenderer((renderer) => ({
          ...renderer,
          async render(request, options) {
            const rendered = await renderer.render(request, options)
            const response = rendered instanceof Response ? rendered : rendered.response
            if (!response.headers.get('content-type')?.startsWith('text/html')) return rendered
            const whole = await response.text()
            const light = lightenPage(whole)
            if (light.merged) merged.set(light.merged.href, light.merged.parts)
            thread.send({ page: fileOf(new URL(request.url).pathname), whole, html: light.html })
            const sent = new Response(light.html, response)
            return rendered instanceof Response ? sent : { ...rendered, response: sent }
          },
        }))
      },
      'astro:build:done': async () => {
        finish?.send({ hints: readSearchHints(root).read?.value })
        writeMarkdownFiles(root, site)
        for (const [href, parts] of merged) {
          writeFileSync(join(site, href), parts.map((part) => readFileSync(join(site, part), 'utf8')).join('\n'))
        }
        compressFiles(site, 'css,js,svg,ico')
        const problems = (await finish?.end) ?? []
        if (problems.length > 0) throw new BuildError(`The search index could not be made: ${problems.join(' ')}`)
      },
    },
  }
}

/** The file of a page below the folder of the site, as Astro names it. */
const fileOf = (pathname: string): string => {
  const path = decodeURI(pathname).replace(/^\/|\/$/g, '')
  return path === '404' ? '404.html' : join(path, 'index.html')
}

function startThread(site: string) {
  const thread = new Worker(new URL('./finish-thread.ts', import.meta.url), { workerData: { site } })
  return {
    send: (message: FinishMessage): void => {
      thread.postMessage(message)
    },
    /** What went wrong with the search, when all is done. */
    end: new Promise<string[]>((resolve, reject) => {
      thread.on('error', reject)
      // Of no effect where it has ended as it should.
      thread.on('exit', (code) => reject(new Error(`The thread that finishes pages ended early, with ${code}.`)))
      thread.on('message', (problems: string[]) => {
        resolve(problems)
        void thread.terminate()
      })
    }),
  }
}
