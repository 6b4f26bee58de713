import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** The part of a JSON Schema that holds other schemas. */
export interface JsonSchema {
  [keyword: string]: unknown
  description?: string
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  additionalProperties?: JsonSchema | boolean
  anyOf?: JsonSchema[]
}

/**
 * Writes the TSDoc of a zod schema into the JSON Schema made from it, so that an editor shows the very sentence
 * that stands in the source. Both are walked side by side, because zod itself never sees a comment.
 *
 * @param file - the module that declares the schema
 * @param name - the constant it is declared as
 */
export function describeSchema(file: string, name: string, schema: JsonSchema): JsonSchema {
  const constants = declarationsOf(file)
  if (!constants.has(name)) throw new Error(`${file} declares no schema named ${name}.`)
  describeConstant(name, schema)
  return schema

  function describeConstant(constant: string, target: JsonSchema) {
    const declaration = constants.get(constant)
    if (!declaration?.initializer) return
    setDescription(target, sentenceBefore(declaration.parent.parent))
    describeExpression(declaration.initializer, target)
  }

  function describeExpression(expression: ts.Expression, target: JsonSchema) {
    if (ts.isIdentifier(expression)) {
      describeConstant(expression.text, target)
      return
    }
    if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return
    const { expression: subject, name: method } = expression.expression
    if (ts.isIdentifier(subject) && subject.text === 'z') describeCall(method.text, expression.arguments, target)
    // `.optional()`, `.default()` and their like change nothing in what is inside.
    else describeExpression(subject, target)
  }

  function describeCall(kind: string, args: readonly ts.Expression[], target: JsonSchema) {
    const [first, second] = args
    if (!first) return
    if (ts.isObjectLiteralExpression(first)) describeFields(first, target)
    else if (kind === 'array' && target.items) describeExpression(first, target.items)
    else if (kind === 'record' && second && typeof target.additionalProperties === 'object') {
      describeExpression(second, target.additionalProperties)
    } else if (ts.isArrayLiteralExpression(first)) describeChoices(first, target)
  }

  function describeFields(fields: ts.ObjectLiteralExpression, target: JsonSchema) {
    for (const field of fields.properties.filter(ts.isPropertyAssignment)) {
      const property = target.properties?.[ts.isStringLiteral(field.name) ? field.name.text : field.name.getText()]
      if (!property) continue
      setDescription(property, sentenceBefore(field))
      describeExpression(field.initializer, property)
    }
  }

  function describeChoices(choices: ts.ArrayLiteralExpression, target: JsonSchema) {
    choices.elements.forEach((choice, index) => {
      const option = target.anyOf?.[index]
      if (!option) return
      setDescription(option, sentenceBefore(choice))
      describeExpression(choice, option)
    })
  }

  function sentenceBefore(node: ts.Node) {
    const source = node.getSourceFile().text
    const comment = ts.getLeadingCommentRanges(source, node.pos)?.at(-1)
    const text = comment ? source.slice(comment.pos, comment.end) : ''
    if (!text.startsWith('/**')) return ''
    const lines = text
      .slice(3, -2)
      .split('\n')
      .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    const firstTag = lines.findIndex((line) => line.startsWith('@'))
    return (firstTag < 0 ? lines : lines.slice(0, firstTag)).filter(Boolean).join(' ')
  }
}

/** The constants of a module, and of those beside it that it imports from, by name. */
function declarationsOf(file: string): Map<string, ts.VariableDeclaration> {
  const { statements } = parse(file)
  const beside = statements
    .filter(ts.isImportDeclaration)
    .flatMap(({ moduleSpecifier }) => (ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : []))
    .filter((path) => path.startsWith('./'))
    .flatMap((path) => [...parse(join(dirname(file), path)).statements])
  return new Map(
    [...beside, ...statements]
      .filter(ts.isVariableStatement)
      .flatMap((statement) =>
        statement.declarationList.declarations.map((each) => [each.name.getText(), each] as const),
      ),
  )
}

const parse = (file: string) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)

/** What a field says of itself goes before what its schema says in general, and before the keywords it explains. */
function setDescription(target: JsonSchema, description: string) {
  if (!description || target.description) return
  const keywords = Object.entries(target)
  for (const [keyword] of keywords) Reflect.deleteProperty(target, keyword)
  Object.assign(target, { description }, Object.fromEntries(keywords))
}
