import { builtinModules } from 'node:module'
import type { Linter } from 'eslint'

/** Something that the files of one place must not import, and the sentence that says why. */
interface Wall {
  /** Matches the import as it is written. */
  regex: string
  /** One sentence: what to do instead, or why. */
  message: string
  /** True where only what exists at run time is kept out. */
  allowTypeImports?: boolean
}

/** Matches a relative import that leaves its top folder for one of the given ones. */
const into = (...folders: string[]) => `^(\\.\\./)+(${folders.join('|')})(/|$)`

/** Matches packages by name, their subpaths included. */
const packages = (...names: string[]) => `^(${names.join('|')})(/|$)`

const database = packages('drizzle-orm', 'drizzle-kit', '@libsql')

const nothingFromTests: Wall = { regex: into('test'), message: 'Nothing imports test/, it may go at any time.' }

const leaf = (own: string, other: string): Wall[] => [
  nothingFromTests,
  {
    regex: '^(?!\\.|zod$)',
    message: `${own}/ imports nothing but zod, so that browser and server can both run it.`,
  },
  {
    regex: into('api', 'sdk', 'site', 'scripts'),
    message: `${own}/ imports nothing but zod, so that browser and server can both run it.`,
  },
  { regex: into(other), message: `${own}/ and ${other}/ refer to each other by id, not by import.` },
]

const pure: Wall = {
  regex: '.',
  allowTypeImports: true,
  message: 'A pure rule imports types only, so that every bundle can carry it.',
}

const search: Wall[] = [
  nothingFromTests,
  {
    regex: `^[^.]|${into('api', 'content', 'sdk', 'site', 'scripts', 'surveys')}`,
    message: 'search/ imports nothing but itself, so that the build, the help center and the SDK can all run it.',
  },
]

const api: Wall[] = [
  nothingFromTests,
  { regex: into('sdk', 'site', 'scripts'), message: 'api/ serves the browser and never imports what runs in it.' },
]

const sdk: Wall[] = [
  nothingFromTests,
  { regex: into('site', 'scripts'), message: 'sdk/ runs in other products and never imports the help center.' },
  { regex: `^node:|${packages(...builtinModules)}`, message: 'sdk/ runs in a browser, where there is no Node.' },
  {
    regex: packages('zod', 'hono', '@hono'),
    message: 'sdk/ is downloaded by every visitor and never carries the validation or routing of the server.',
  },
  { regex: database, message: 'sdk/ knows the API by HTTP and never imports a database.' },
  { regex: into('api/(?!contract/)[^/]+'), message: 'Of the API only api/contract is open to others.' },
  {
    regex: into('api/contract/(?!limits\\.ts$).+'),
    allowTypeImports: true,
    message: 'sdk/ takes types from api/contract with `import type`, because its schemas would bring zod along.',
  },
  {
    regex: into('content/(program-|guidance-)?schema\\.ts', 'surveys/schema\\.ts'),
    allowTypeImports: true,
    message: 'sdk/ takes types of definitions with `import type`, because their schemas would bring zod along.',
  },
]

const site: Wall[] = [
  nothingFromTests,
  { regex: into('api/(?!contract/)[^/]+'), message: 'Of the API only api/contract is open to others.' },
]

const scripts: Wall[] = [
  nothingFromTests,
  {
    regex: into('sdk/(?!build\\.ts$).+', 'site/(?!lib/read-changes\\.ts$).+'),
    message:
      'scripts/ starts and builds the browser code (sdk/build.ts) but never imports it; of site/ it asks only git (read-changes.ts).',
  },
]

const code = '{ts,tsx,astro}'

/** Every wall of the house. Of the places that match a file the last one holds, so each repeats what it inherits. */
const walls: { files: string[]; walls: Wall[] }[] = [
  { files: ['content/**/*.ts'], walls: leaf('content', 'surveys') },
  {
    files: ['content/{article-address,heading-id,localise,progress,progress-reasons,rich-text,write-markdown}.ts'],
    walls: [...leaf('content', 'surveys'), pure],
  },
  { files: ['surveys/**/*.ts'], walls: leaf('surveys', 'content') },
  { files: ['surveys/{flow,scoring}.ts'], walls: [...leaf('surveys', 'content'), pure] },
  { files: ['search/**/*.ts'], walls: search },
  { files: ['api/**/*.ts'], walls: api },
  {
    files: ['api/contract/**/*.ts'],
    walls: [
      ...api,
      {
        regex: '^(?!\\./|zod$|@hono/zod-openapi$)',
        message: 'api/contract is open to others and therefore imports nothing but its schema library.',
      },
    ],
  },
  {
    files: ['api/routes/**/*.ts'],
    walls: [
      ...api,
      { regex: database, message: 'Routes never touch the database, the verbs beside them do.' },
      { regex: '^(\\.\\./)+db(/|$)', message: 'Routes never touch the database, the verbs beside them do.' },
    ],
  },
  { files: [`sdk/**/*.${code}`], walls: sdk },
  // How the SDK is built runs in Node, and only what it builds runs in a browser.
  { files: ['sdk/build.ts', 'sdk/build/**/*.ts'], walls: sdk.slice(0, 2) },
  { files: [`site/**/*.${code}`], walls: site },
  { files: ['scripts/**/*.ts'], walls: scripts },
]

const noBarrels = ['ExportAllDeclaration', 'ExportNamedDeclaration[source]'].map((selector) => ({
  selector,
  message: 'Only sdk/index.ts passes on what other files export: import from the file itself.',
}))

/** A lazy `import()` escapes `no-restricted-imports`, so the same walls are said once more for it. */
const lazily = ({ regex, message }: Wall) => ({
  selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\/')}/]`,
  message,
})

/** The walls as ESLint configuration. */
export const wallConfigs: Linter.Config[] = [
  { name: 'walls/no-barrels', files: [`**/*.${code}`], rules: { 'no-restricted-syntax': ['error', ...noBarrels] } },
  ...walls.map(({ files, walls }) => ({
    name: `walls/${files.join(',')}`,
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: walls }],
      'no-restricted-syntax': ['error', ...noBarrels, ...walls.map(lazily)],
    } satisfies Linter.RulesRecord,
  })),
  {
    name: 'walls/the-one-barrel',
    files: ['sdk/index.ts'],
    rules: { 'no-restricted-syntax': ['error', ...sdk.map(lazily)] },
  },
]
