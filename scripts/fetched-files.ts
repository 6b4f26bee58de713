import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The files that a browser fetches before a part of the SDK can be shown: the loader, and the modules of the part.
 *
 * @param parts - names of the entry modules, without their hash
 */
export function filesOfSdk(folder: string, parts: string[]): string[] {
  const entries = parts.map((part) => {
    const [file] = globSync(`${part}-*.js`, { cwd: folder })
    if (!file) throw new Error(`${folder} has no part ${part}. Run npm run build.`)
    return join(folder, file)
  })
  return [join(folder, 'cairn.js'), ...withImports(entries, folder)]
}

/** The files that a browser fetches to show a page and let it work: its HTML, styles and modules, but no pictures. */
export function filesOfPage(site: string, path: string): string[] {
  const page = join(site, path, 'index.html')
  if (!existsSync(page)) throw new Error(`${page} does not exist. Run npm run build.`)
  // What a template holds is fetched when a script takes it out.
  const html = readFileSync(page, 'utf8').replace(/<template\b[^]*?<\/template>/g, '')
  const styles = [...html.matchAll(/<link\b[^>]*\brel="?stylesheet"?[^>]*>/g)].map(([tag]) => attribute(tag, 'href'))
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g)].map(([tag]) => attribute(tag, 'src'))
  const onSite = (urls: string[]) => urls.filter((url) => url.startsWith('/')).map((url) => join(site, url))
  return [page, ...onSite(styles), ...withImports(onSite(scripts), site)]
}

/** The files as they are sent to a browser: the compressed copy, where the build has made one. */
export const asSent = (files: readonly string[]): string[] =>
  files.map((file) => (existsSync(`${file}.br`) ? `${file}.br` : file))

/** Modules and everything they import before they run. What they `import()` later is fetched when it is needed. */
function withImports(entries: string[], root: string): string[] {
  const files = new Set(entries)
  // A set that grows while it is walked is walked to its new end.
  for (const file of files) {
    for (const [, url = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:\bfrom|\bimport)\s*["'](\.{0,2}\/[^"']+)["']/g,
    )) {
      files.add(url.startsWith('/') ? join(root, url) : resolve(dirname(file), url))
    }
  }
  return [...files]
}

function attribute(tag: string, name: string) {
  return new RegExp(`\\b${name}="?([^"\\s>]+)`).exec(tag)?.[1] ?? ''
}
