import type { Counts } from './import-file.ts'

const number = (value: number) => Math.round(value).toLocaleString('en')

function duration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const [shownMinutes, shownSeconds] = [minutes, Math.floor(seconds % 60)].map((part) => String(part).padStart(2, '0'))
  return hours > 0 ? `${hours}:${shownMinutes}:${shownSeconds}` : `${minutes}:${shownSeconds}`
}

/** How far an import is, in a line. */
function describeProgress(counts: Counts, { total, seconds }: { total: number; seconds: number }): string {
  const share = total === 0 ? 1 : Math.min(1, counts.bytes / total)
  const messages = counts.accepted + counts.duplicates
  const bar = '#'.repeat(Math.floor(share * 20)).padEnd(20, '.')
  const left = share > 0 && share < 1 ? `, ${duration((seconds * (1 - share)) / share)} left` : ''
  return [
    `[${bar}] ${Math.floor(share * 100)} % of ${number(total / 1024)} KB`,
    `${number(messages)} messages, ${number(messages / Math.max(seconds, 0.001))}/s`,
    `${number(counts.rejected)} rejected${left}`,
  ].join(' | ')
}

/**
 * Shows how far it is: a line that changes on a terminal, else a line every some seconds.
 *
 * @returns what ends it.
 */
export function showProgress(counts: Counts, total: number): () => void {
  const isTerminal = process.stderr.isTTY
  const started = performance.now()
  const show = (): void => {
    const line = describeProgress(counts, { total, seconds: (performance.now() - started) / 1000 })
    process.stderr.write(isTerminal ? `\r\x1b[2K${line}` : `${line}\n`)
  }
  const timer = setInterval(show, isTerminal ? 200 : 5000)
  return () => {
    clearInterval(timer)
    show()
    if (isTerminal) process.stderr.write('\n')
  }
}
