import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

const root = dirname(fileURLToPath(import.meta.url))
const pure = ['assistant', 'charts', 'followup', 'glucose']

const room = (type, pattern) => ({ type, pattern })
const may = (from, ...to) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: [from, ...to] } } } },
})

/** Code that runs in tests, builds and tools only: it may look into any room. */
const outsideRooms = [
  '**/*.test.{ts,tsx}',
  '**/testing/**',
  'testing/**',
  'scripts/**',
  'bench/**',
  'packages/glucose/cli/**',
  '**/vite.config.ts',
  'apps/*/config/**',
  'jest.config.ts',
]

const zodByName = {
  selector: 'ImportDeclaration[source.value="zod"] > ImportSpecifier',
  message: "import * as z from 'zod': a named import keeps every locale in a bundle.",
}
const arrivesAsArgument = 'Time, chance and settings come in as arguments: see the laws in docs.'
const impure = [
  ['MemberExpression[object.name="Date"][property.name="now"]', `Date.now is IO here. ${arrivesAsArgument}`],
  ['NewExpression[callee.name="Date"][arguments.length=0]', `new Date() is IO here. ${arrivesAsArgument}`],
  ['CallExpression[callee.name="Date"]', `Date() is IO here. ${arrivesAsArgument}`],
  ['MemberExpression[object.name="Math"][property.name="random"]', `Math.random is IO here. ${arrivesAsArgument}`],
].map(([selector, message]) => ({ selector, message }))

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/bundle/**',
      '.suixing/**',
      '**/*.cjs',
      '**/*.d.cts',
      '**/babel.config.js',
      'apps/*/types/**',
      '**/public/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['jest.config.ts'] }, tsconfigRootDir: root },
    },
    rules: {
      // Answers are checked by zod where they come in; a type assertion there is not worth a cast here.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      // Ports and services are closures, not classes: their methods may be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allow: ['URL', 'URLSearchParams', 'Error'] },
      ],
      // What an abort signal gives as its reason is passed on as it is.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['{}', 'Error', 'RegExp', 'URL', 'URLSearchParams'] },
      ],
      // A method that fulfils an asynchronous port need not wait for anything itself.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', zodByName],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'fetch',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'performance',
          'AbortSignal',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.tsx', '**/use-*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**/*.{ts,tsx}'],
    rules: {
      // Tests put into words what must not be told, and look for characters that must not be there.
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      'no-control-regex': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: outsideRooms,
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { noWarnOnMultipleProjects: true } },
      'boundaries/elements': [
        room('patient', 'apps/patient'),
        room('physician', 'apps/physician'),
        room('console', 'apps/console'),
        room('functions', 'functions'),
        room('contracts', 'packages/contracts'),
        room('pure', `packages/(${pure.join('|')})`),
        room('programmes', 'packages/programmes'),
        room('client', 'packages/(database|wecom|wechat|storage)'),
        room('ui', 'packages/ui'),
        room('sandbox', 'packages/sandbox'),
        room('tools', '(scripts|testing|bench)'),
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          policies: [
            { allow: { to: { module: { origin: 'external' } } } },
            { allow: { to: { module: { origin: 'core' } } } },
            {
              from: { element: { types: { anyOf: ['pure', 'contracts', 'ui', 'patient', 'physician', 'console'] } } },
              disallow: { to: { module: { origin: 'core' } } },
            },
            may('patient', 'ui', 'contracts', 'pure'),
            may('physician', 'ui', 'contracts', 'pure'),
            may('console', 'contracts', 'pure'),
            may('functions', 'contracts', 'pure', 'client', 'programmes'),
            may('ui', 'contracts', 'pure'),
            may('client', 'contracts'),
            may('programmes', 'contracts'),
            may('pure', 'contracts'),
            may('contracts'),
            may('sandbox'),
          ],
        },
      ],
    },
  },
  {
    files: [`packages/{${pure.join(',')},contracts}/src/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', zodByName, ...impure],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'fetch',
          'performance',
          'crypto',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'console',
          'localStorage',
        ].map((name) => ({
          name,
          message: `${name} is IO here. ${arrivesAsArgument}`,
        })),
      ],
    },
  },
  {
    // The sandbox plays the outside: sharing code with the product would let errors cancel out. Tests included.
    files: ['packages/sandbox/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@suixing/|^@wecom/crypto|packages/(?!sandbox)|^(\\.\\./)+(apps|functions)/',
              message: 'The sandbox shares no code with the product.',
            },
          ],
        },
      ],
    },
  },
  {
    // Reading exports of other vendors brings a CSV reader and code pages: too much for a mini-program of 2 MB.
    files: ['apps/{patient,physician}/**/*.{ts,tsx}', 'packages/ui/**/*.{ts,tsx}', 'packages/charts/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: '@suixing/glucose/files', message: 'Files are read by the host.' }],
        },
      ],
    },
  },
)
