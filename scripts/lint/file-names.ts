import { relative } from 'node:path'
import type { Rule } from 'eslint'

type Statement = Parameters<NonNullable<Rule.NodeListener['Program']>>[0]['body'][number]

const drawers = /^(utils?|helpers?|common|misc|types)$/

/** Names files after what is in them: kebab-case modules, Pascal-case components, and no drawers for anything. */
export const fileNames: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      drawer: '"{{name}}" is a drawer for anything: name it after the one thing that is in it.',
      kebab: 'A module is named in kebab-case after its main export.',
      pascal: 'A component is named in PascalCase after what it shows.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const path = relative(context.cwd, context.physicalFilename)
        const names = path.split(/[\\/]/)
        const name = names.at(-1) ?? ''
        const [stem = ''] = name.split('.')

        const drawer = [...names.slice(0, -1), stem].find((each) => drawers.test(each))
        if (drawer) context.report({ node, messageId: 'drawer', data: { name: drawer } })

        // Names of pages are addresses, and names with a dot are their tool's.
        if (path.startsWith('site/pages/') || name.startsWith('.')) return
        const isComponent = name.endsWith('.astro') || (name.endsWith('.tsx') && node.body.some(exportsComponent))
        if (isComponent && !/^[A-Z][A-Za-z0-9]*$/.test(stem)) context.report({ node, messageId: 'pascal' })
        if (!isComponent && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) context.report({ node, messageId: 'kebab' })
      },
    }
  },
}

/** A component is what a `.tsx` file exports under a name that begins with a capital. */
function exportsComponent(statement: Statement): boolean {
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return false
  const { declaration } = statement
  const names =
    declaration.type === 'VariableDeclaration' ? declaration.declarations.map(({ id }) => id) : [declaration.id]
  return names.some((id) => id.type === 'Identifier' && /^[A-Z]/.test(id.name))
}
