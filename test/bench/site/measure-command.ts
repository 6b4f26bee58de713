import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a command took. */
export interface Effort {
  seconds: number
  /** Of all its processes and threads: what else the machine does changes it little. */
  cpuSeconds: number
  /** The most memory that one of its processes held, in MB. */
  peakMegabytes: number
}

const everyMilliseconds = 100

/**
 * Runs a command to its end and measures it.
 *
 * @throws Error with what it printed, where it fails.
 */
export async function measureCommand(
  command: string,
  args: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Effort> {
  const begun = performance.now()
  const spent = cpuOfChildren()
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += String(chunk)))
  let peak = 0
  const watch = setInterval(() => {
    for (const pid of [child.pid ?? 0, ...descendantsOf(child.pid ?? 0)]) peak = Math.max(peak, peakOf(pid))
  }, everyMilliseconds)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).finally(() => {
    clearInterval(watch)
  })
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${printed.slice(-4000)}`)
  return {
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: cpuOfChildren() - spent,
    peakMegabytes: peak / 1024,
  }
}

/** A file of a process that may be gone by now. */
function readProcess(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}

/** Seconds of processor that all processes took which this one has started and that have ended. */
function cpuOfChildren(): number {
  // The name of the program comes before, in brackets; then fields 16 and 17 of proc(5), in hundredths of a second.
  const fields = readProcess('self/stat')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

const peakOf = (pid: number) => Number(/VmHWM:\s+(\d+)/.exec(readProcess(`${pid}/status`))?.[1] ?? 0)

function descendantsOf(pid: number): number[] {
  const threads = (() => {
    try {
      return readdirSync(`/proc/${pid}/task`)
    } catch {
      return []
    }
  })()
  const children = threads.flatMap((thread) =>
    readProcess(`${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [...children, ...children.flatMap(descendantsOf)]
}
