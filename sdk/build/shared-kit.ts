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

/**
 * Has modules of the kit imported from the file that they were built into. A part by itself has one import of it, not one
 * for every module in it; parts that share files would share that as one more.
 */
export function sharedKit({ source, file, isShared }: { source: string; file: string; isShared: boolean }): Plugin {
  const names = Object.values(kit).flat()
  const inKit = new Set(Object.keys(kit).map((each) => resolve(source, each)))
  return {
    name: 'cairn-shared-kit',
    setup({ onResolve, onLoad }) {
      const outside = { path: `./${file}`, external: true }
      onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) =>
        inKit.has(resolve(resolveDir, path)) ? (isShared ? outside : { path: file, namespace: 'kit' }) : undefined,
      )
      onLoad({ filter: /^/, namespace: 'kit' }, () => ({ contents: `export { ${names.join(', ')} } from 'kit'` }))
      onResolve({ filter: /^kit$/, namespace: 'kit' }, () => outside)
    },
  }
}
