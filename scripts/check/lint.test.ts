import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const rooms = 'boundaries/dependencies'

/** Breaks nobody may commit, each written over a file of its room, beside the rule that must report it. `null`: allowed, so that a rule cannot fire at everything. */
const planted: readonly (readonly [title: string, file: string, code: string, rule: string | null])[] = [
  ['a mini-program takes the database', 'apps/patient/src/app.config.ts', "import '@suixing/database'\n", rooms],
  [
    'a mini-program takes the host by its path',
    'apps/physician/src/app.config.ts',
    "import '../../../functions/src/host'\n",
    rooms,
  ],
  [
    'a mini-program takes the other',
    'apps/patient/src/app.config.ts',
    "import '../../physician/src/app.config'\n",
    rooms,
  ],
  ['the console takes components of the mini-programs', 'apps/console/src/main.tsx', "import '@suixing/ui'\n", rooms],
  ['the host takes the sandbox', 'functions/src/host.ts', "import '@suixing/sandbox'\n", rooms],
  ['the host takes components', 'functions/src/host.ts', "import '@suixing/ui'\n", rooms],
  ['a client takes a domain package', 'packages/wecom/src/index.ts', "import '@suixing/followup'\n", rooms],
  ['a programme takes the database', 'packages/programmes/src/index.ts', "import '@suixing/database'\n", rooms],
  ['contracts take a domain package', 'packages/contracts/src/index.ts', "import '@suixing/glucose'\n", rooms],
  ['a pure package reads files', 'packages/glucose/src/files/index.ts', "import 'node:fs'\n", rooms],
  ['a pure package takes the clients', 'packages/followup/src/index.ts', "import '@suixing/wecom'\n", rooms],
  [
    'a pure package asks the clock',
    'packages/followup/src/index.ts',
    'export const at = Date.now()\n',
    'no-restricted-syntax',
  ],
  [
    'a pure package asks the clock by new Date',
    'packages/followup/src/index.ts',
    'export const at = new Date()\n',
    'no-restricted-syntax',
  ],
  [
    'a pure package takes chance',
    'packages/assistant/src/index.ts',
    'export const chance = Math.random()\n',
    'no-restricted-syntax',
  ],
  [
    'a pure package reads settings',
    'packages/charts/src/index.ts',
    "export const home = process.env['HOME']\n",
    'no-restricted-globals',
  ],
  [
    'zod by its named import',
    'functions/src/host.ts',
    "import { z } from 'zod'\nexport const text = z.string()\n",
    'no-restricted-syntax',
  ],
  [
    'the sandbox takes the contracts',
    'packages/sandbox/src/index.ts',
    "import '@suixing/contracts'\n",
    'no-restricted-imports',
  ],
  [
    'a page of the sandbox takes an app',
    'packages/sandbox/pages/phone/patient-phone.tsx',
    "import '../../../apps/console/src/main'\n",
    'no-restricted-imports',
  ],
  [
    'a mini-program reads files of meters',
    'apps/patient/src/app.config.ts',
    "import '@suixing/glucose/files'\n",
    'no-restricted-imports',
  ],
  [
    'a promise nobody waits for',
    'functions/src/host.ts',
    "Promise.resolve('lost')\n",
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'an effect that forgets what it reads',
    'apps/console/src/main.tsx',
    "import { useEffect } from 'react'\nexport function Planted({ id }: { id: string }) {\n  useEffect(() => { document.title = id }, [])\n  return null\n}\n",
    'react-hooks/exhaustive-deps',
  ],
  [
    'a pure package uses an instant it was given',
    'packages/followup/src/index.ts',
    "import type { Instant } from '@suixing/contracts'\nexport const later = (at: Instant) => new Date(at)\n",
    null,
  ],
  [
    'the host uses what it may',
    'functions/src/host.ts',
    "import '@suixing/database'\nimport '@suixing/followup'\nimport 'node:crypto'\n",
    null,
  ],
]

describe('a planted break', () => {
  let found: readonly (readonly string[])[] = []
  beforeAll(() => {
    const input = JSON.stringify(
      planted.map(([, file, code, rule]) => ({
        file,
        code,
        needs: rule?.startsWith('@typescript') ? 'types' : 'text',
      })),
    )
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'lint-planted.mjs')], {
      cwd: root,
      input,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    found = JSON.parse(stdout) as string[][]
  }, 300_000)

  it.each(planted.map((each, index) => [each[0], index, each[3]] as const))('%s', (_title, index, rule) => {
    if (rule === null) expect(found[index]).toEqual([])
    else expect(found[index]).toContain(rule)
  })
})
