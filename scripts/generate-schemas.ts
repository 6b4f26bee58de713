import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { editorSchemas } from './schemas/editor-schemas.ts'

const root = join(import.meta.dirname, '..')
const isCheck = process.argv.includes('--check')

for (const [path, text] of await editorSchemas()) {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  if (isCheck) {
    console.error(`${path}: is not what its schema.ts says any more. Run npm run schemas.`)
    process.exitCode = 1
  } else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`${path}: written.`)
  }
}
