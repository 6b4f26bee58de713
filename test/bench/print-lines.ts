import { percentile, type LoadResult } from './load-server.ts'

export const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Events a second, over all turns of a load. */
export const speed = (loads: LoadResult[]): number => mean(loads.map(({ events, seconds }) => events / seconds))

const width = 60
const count = (perSecond: number): string => Math.round(perSecond).toLocaleString('en').padStart(10)

/** The names of columns. */
export const head = (name: string, rates: string, ...more: string[]): string =>
  `${name.padEnd(width)}${rates.padStart(10)}${more.map((text) => text.padStart(9)).join('')}`

/** A load: its rate, and how long half and nearly all of its requests took at the most. */
export function loadLine(name: string, loads: LoadResult[]): string {
  const latencies = loads.flatMap((load) => load.latencies).sort((one, other) => one - other)
  const milliseconds = [0.5, 0.99].map((share) => percentile(latencies, share).toFixed(1).padStart(9))
  return `  ${name.padEnd(width)}${count(speed(loads))}${milliseconds.join('')}`
}

export const rateLine = (name: string, perSecond: number): string => `  ${name.padEnd(width)}${count(perSecond)}`

export const ratioLine = (name: string, ratio: number): string =>
  `  ${name.padEnd(width)}${ratio.toFixed(2).padStart(10)}`
