import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

/**
 * Writes the type declarations of an entry into `outDir`: its own and those that it refers to, nothing of the inside.
 *
 * @param options.instead - Declarations of our own, by the file of which they are.
 * @throws when a declaration refers to a package, which whoever installs the SDK may not have
 */
export async function emitDeclarations(
  entry: string,
  { outDir, instead }: { outDir: string; instead: Record<string, string> },
): Promise<void> {
  const root = dirname(entry)
  const emitted = new Map([...declarationsOf(entry), ...Object.entries(instead)])
  const pending = [entry.replace(/\.ts$/, '.d.ts')]
  const written = new Set<string>()
  for (const file of pending) {
    const text = emitted.get(file)
    if (text === undefined) throw new Error(`There is no declaration ${file}`)
    if (written.has(file)) continue
    written.add(file)
    const resolved = text.replace(/(?<=from ')[^']+(?=')/g, (specifier) => {
      if (!specifier.startsWith('.')) throw new Error(`${file} would need the package ${specifier}`)
      const stem = specifier.replace(/\.[jt]sx?$/, '')
      pending.push(resolve(dirname(file), `${stem}.d.ts`))
      return `${stem}.js`
    })
    const target = join(outDir, relative(root, file))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, resolved)
  }
}

function declarationsOf(entry: string): Map<string, string> {
  const configFile = join(dirname(entry), 'tsconfig.json')
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configFile, ts.sys.readFile).config,
    ts.sys,
    dirname(entry),
  )
  const ambient = join(dirname(entry), 'declarations.d.ts')
  const program = ts.createProgram([entry, ambient], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  })
  const emitted = new Map<string, string>()
  const { diagnostics } = program.emit(undefined, (file, text) => emitted.set(resolve(file), text))
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost(options)))
  return emitted
}
