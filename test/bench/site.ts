import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { filesOfPage } from '../../scripts/fetched-files.ts'
import { builders, type Builder } from './site/builders.ts'
import { makeCorpus } from './site/make-corpus.ts'
import type { Effort } from './site/measure-command.ts'

const { values } = parseArgs({
  options: {
    /** A folder of categories with Markdown files. */
    corpus: { type: 'string', default: join(import.meta.dirname, '../../content/articles/en') },
    sizes: { type: 'string', default: '400,2000,5000' },
    only: { type: 'string', default: Object.keys(builders).join(',') },
    /** Each builder is run so often for each size; the quickest run counts. */
    runs: { type: 'string', default: '1' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const runs = Number(values.runs)
if (!sizes.every((size) => size > 0) || !(runs > 0)) throw new Error('--sizes and --runs take numbers above 0.')
const chosen = values.only.split(',').map((name) => {
  const builder = (builders as Partial<Record<string, Builder>>)[name]
  if (!builder) throw new Error(`--only takes ${Object.keys(builders).join(', ')}; it is "${name}".`)
  return builder
})

interface Row extends Effort {
  builder: string
  articles: number
  outputMegabytes: number
  /** Of one article: its HTML, styles and modules. */
  firstView: { brotli: number; gzip: number }
}

const folder = mkdtempSync(join(tmpdir(), 'cairn-site-bench-'))
const rows: Row[] = []
try {
  for (const articles of sizes) {
    for (const builder of chosen) {
      const project = join(folder, `${builder.name}-${articles}`.replace(/\W+/g, '-'))
      mkdirSync(project)
      const place = await builder.prepare(project)
      makeCorpus(values.corpus, { count: articles, folder: place })
      const efforts: Effort[] = []
      for (let run = 0; run < runs; run++) efforts.push(await builder.build(project))
      rows.push(measureOutput(builder, { articles, project, articleFolder: place, efforts }))
      rmSync(project, { recursive: true })
    }
    print(rows.filter((row) => row.articles === articles))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measureOutput(
  builder: Builder,
  made: { articles: number; project: string; articleFolder: string; efforts: Effort[] },
): Row {
  const output = join(made.project, builder.output)
  const sizeOf = (file: string) => statSync(join(output, file), { throwIfNoEntry: false })?.size ?? 0
  const files = globSync('**/*', { cwd: output }).filter((file) => !/\.(br|gz)$/.test(file))
  const [longest = ''] = globSync('**/*.md', { cwd: made.articleFolder })
    .map((file) => ({ file, size: statSync(join(made.articleFolder, file)).size }))
    .sort((a, b) => b.size - a.size || a.file.localeCompare(b.file))
    .map(({ file }) => file)
  const view = filesOfPage(output, builder.pathOf(longest.replace(/\.md$/, ''))).map((file) => readFileSync(file))
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0)
  return {
    builder: builder.name,
    articles: made.articles,
    seconds: Math.min(...made.efforts.map(({ seconds }) => seconds)),
    cpuSeconds: Math.min(...made.efforts.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: Math.max(...made.efforts.map(({ peakMegabytes }) => peakMegabytes)),
    outputMegabytes: sum(files.map(sizeOf)) / 1e6,
    firstView: {
      brotli: sum(view.map((file) => brotliCompressSync(file).length)) / 1000,
      gzip: sum(view.map((file) => gzipSync(file).length)) / 1000,
    },
  }
}

function print(group: Row[]): void {
  const least = group.find(({ builder }) => builder === builders.minimal.name)
  const ratio = (value: number, base: number | undefined) => (base ? (value / base).toFixed(2) : '').padStart(6)
  console.log(`
  ${String(group[0]?.articles ?? 0)} articles              build s : min  CPU s : min  peak MB  output MB  longest article, first view: br kB   gz kB`)
  for (const row of group) {
    const { seconds, cpuSeconds, firstView } = row
    console.log(
      [
        `  ${row.builder.padEnd(28)}`,
        seconds.toFixed(1).padStart(7) + ratio(seconds, least?.seconds),
        cpuSeconds.toFixed(1).padStart(7) + ratio(cpuSeconds, least?.cpuSeconds),
        row.peakMegabytes.toFixed(0).padStart(9),
        row.outputMegabytes.toFixed(1).padStart(11),
        firstView.brotli.toFixed(1).padStart(36),
        firstView.gzip.toFixed(1).padStart(8),
      ].join(''),
    )
  }
}
