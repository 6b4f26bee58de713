import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { fileNames } from './scripts/lint/file-names.ts'
import { wallConfigs } from './scripts/lint/walls.ts'

const typescript = ['**/*.{ts,tsx}']

/** What somebody else's tool runs without knowing its types: scripts in pages, and plain JavaScript. */
const untyped = ['**/*.js', '**/*.astro', '**/*.astro/*.{js,ts}']

export default defineConfig(
  globalIgnores(['dist/', 'data/', '.astro/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  astro.configs['flat/recommended'],

  {
    name: 'types',
    files: typescript,
    languageOptions: {
      parserOptions: {
        // In this order: the first project that has a file decides how it is read.
        project: ['api/tsconfig.json', 'sdk/tsconfig.json', 'tsconfig.json', 'test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  { name: 'without types', files: untyped, extends: [tseslint.configs.disableTypeChecked] },

  {
    name: 'house',
    plugins: { 'import-x': importX, local: { rules: { 'file-names': fileNames } } },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js'] })],
    },
    rules: {
      'local/file-names': 'error',
      'max-lines': ['error', 300],
      'max-params': ['error', 3],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
      ],
    },
  },
  {
    name: 'house/typed',
    files: typescript,
    ignores: untyped,
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // `onClick={async () => …}` is fine: its errors reach the window like any other.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // An async function without `await` still turns its exceptions into rejections.
      '@typescript-eslint/require-await': 'off',
      // Values from rows and forms are made strings on purpose.
      '@typescript-eslint/no-base-to-string': 'off',
      // What is passed on here are closures: there are no classes with a `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // A chain of routes returns Hono's base class, which is the same thing.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `read<Answer>(path)` says what the caller knows and the compiler cannot.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // The compiler already says so where it matters, and drizzle marks what still works.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },

  {
    name: 'sdk stays silent',
    files: ['sdk/**'],
    ignores: ['sdk/build.ts', 'sdk/build/**'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'tools want a default export',
    files: ['*.config.{ts,js}', '.*.js', '**/*.d.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    name: 'tests',
    files: ['test/**'],
    rules: {
      'max-lines': ['error', 500],
      // Playwright's fixtures begin with the ones they use, be it none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      // A test says by failing that something was not there, and `expect.any()` is any.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock'].map((property) => ({
          object: 'vi',
          property,
          message: 'No module is mocked: clock, transport and randomness are parameters.',
        })),
      ],
    },
  },

  wallConfigs,
)
