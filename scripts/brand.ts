import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeColours } from './brand/judge-colours.ts'
import { readColours, writeColours } from './brand/read-colours.ts'
import { tonesOf } from './brand/tones-of.ts'

const file = 'site/styles/tokens.css'
const path = join(import.meta.dirname, '..', file)
const usage = "npm run brand -- '#7c3aed'"

const css = readFileSync(path, 'utf8')
const [given, ...rest] = process.argv.slice(2)
const tones = given === undefined || given === '--check' ? null : tonesOf(given, readColours(css))

if (given === '--check') {
  const wrong = judgeColours(readColours(css))
  for (const sentence of wrong) console.error(`${file}: ${sentence}`)
  if (wrong.length > 0) {
    console.error(`Change one of the two; \`${usage}\` finds colours that can be read.`)
    process.exitCode = 1
  }
} else if (!tones || rest.length > 0) {
  console.error(`Give one colour in quotes, as CSS writes it: ${usage}`)
  process.exitCode = 1
} else {
  writeFileSync(path, writeColours(css, tones))
  for (const [name, [light, dark]] of tones) console.log(`--cairn-${name.padEnd(13)}  light ${light}  dark ${dark}`)
  console.log(`They are in ${file}: help center, console and SDK have them after the next build.`)
}
