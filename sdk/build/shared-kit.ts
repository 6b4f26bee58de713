import { resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/** What everything that is shown is made with, by module. */
const kit = {
  'ui/closing.ts': ['closeButton', 'onEscape'],
  'ui/element.ts': ['el'],
  'ui/icon.ts': ['icon'],
  'ui/mount.ts': ['mount'],
  'ui/stones.ts': ['stones'],
}

/** A module with all of it: one file, loaded with the first thing that is shown. */
export const kitSource = Object.entries(kit)
  .map(([file, names]) => `export { ${names.join(', ')} } from './${file}'`)
  .join('\n')

/** Has modules of the kit imported from the file that they were built into. */
export function sharedKit({ source, file }: { source: string; file: string }): Plugin {
  const inKit = new Set(Object.keys(kit).map((each) => resolve(source, each)))
  return {
    name: 'cairn-shared-kit',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) =>
        inKit.has(resolve(resolveDir, path)) ? { path: `./${file}`, external: true } : undefined,
      )
    },
  }
}
