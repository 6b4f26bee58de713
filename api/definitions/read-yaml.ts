import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type ErrorCode } from 'yaml'
import type { z } from 'zod'
import { parseExplained } from './parse-explained.ts'

/** Something wrong in a definition: where it is, what it is, and what to do. */
export interface DefinitionProblem {
  /** Path of the file from the project's root. */
  file: string
  /** Line in the file, from 1. */
  line: number
  /** Place in the file's data, such as `steps[2].completesOn.event`. */
  path: string
  detail: string
  remedy: string
}

/** A place in a definition's data. */
export type Path = readonly PropertyKey[]

/** A file that was read, with the means to say where in it something is. */
export interface YamlFile<Value> {
  file: string
  value: Value
  problem(path: Path, detail: string, remedy: string): DefinitionProblem
}

function nodeOffset(document: Document, path: Path): number {
  // A key that is missing has no node: its nearest parent stands for it.
  for (let length = path.length; length >= 0; length--) {
    const parent = length > 0 && document.getIn(path.slice(0, length - 1), true)
    // What is indented begins below its name, and the name is where people look.
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]))
      : undefined
    const node = pair ? pair.key : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

const written = (path: Path) =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  )

const checkBoth = 'Check the indentation and the quotes of this line and the one before it.'

/** What to do about an error of the parser, where that is known. */
const remedies: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'Indent this line with spaces.',
  DUPLICATE_KEY: 'Take one of the two out.',
  BLOCK_AS_IMPLICIT_KEY: `A text with a colon stands in quotes. ${checkBoth}`,
}

interface ReadYaml<Value> {
  read?: YamlFile<Value>
  problems: DefinitionProblem[]
}

/** Reads and validates one YAML file. With problems there is no value. */
export function readYaml<Schema extends z.ZodType>(
  schema: Schema,
  absolutePath: string,
  root: string,
): ReadYaml<z.output<Schema>> {
  return parseYaml(schema, readFileSync(absolutePath, 'utf8'), { file: relative(root, absolutePath) })
}

/**
 * Validates YAML. With problems there is no value.
 *
 * @param place.above - Lines of the file that stand above it.
 */
export function parseYaml<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  { file, above = 0 }: { file: string; above?: number },
): ReadYaml<z.output<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problem = (path: Path, detail: string, remedy: string): DefinitionProblem => ({
    file,
    line: lines.linePos(nodeOffset(document, path)).line + above,
    path: written(path),
    detail,
    remedy,
  })

  // One mistake makes the parser stumble on, often at each line that follows.
  const [error] = document.errors
  if (error) {
    const line = lines.linePos(error.pos[0]).line + above
    const detail = `This is not valid YAML: ${error.message.replace(/\.?$/, '.')}`
    return { problems: [{ file, line, path: '', detail, remedy: remedies[error.code] ?? checkBoth }] }
  }
  const { value, wrong } = parseExplained(schema, document.toJS())
  if (value === null) {
    return { problems: wrong.map(({ path, detail, remedy }) => problem(path, detail, remedy)) }
  }
  return { read: { file, value, problem }, problems: [] }
}
