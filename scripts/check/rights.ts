import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contracted, Declared } from './declarations'
import { readDeclarations } from './declarations'
import type { Step } from './step'

const PAGE = 'docs/triggers.md'

/** The roles a guard lets in, as functions/src/platform/guard.ts decides; a guard that is not named here lets nobody in. */
const admits: Readonly<Record<string, (staffRoles: readonly string[]) => string>> = {
  'nobody-yet': () => 'anyone: signing in',
  patient: () => 'patient, on their own data',
  physician: () => 'physician, on their own patients',
  staff: (staffRoles) => staffRoles.join(', '),
  'wecom-signature': () => 'WeCom',
  family: () => 'a family member the patient let in',
  'signed-link': () => 'whoever has the link, for some hours',
  'host-secret': () => 'timer functions',
}

/** A trigger without a guard that is known, a route of the contract that nothing serves, or one served twice. */
export function rightsFindings(triggers: readonly Declared[], routes: readonly Contracted[]): readonly string[] {
  const where = ({ method = '', path = '' }: Declared | Contracted): string => `${method} ${path}`
  const served = triggers.filter(({ type }) => type === 'http')
  return [
    ...triggers
      .filter(({ guard }) => !guard || !admits[guard])
      .map((each) => `${each.name} (${where(each).trim()}) has no guard that is known`),
    ...routes.flatMap((route) => {
      const own = served.filter((trigger) => where(trigger) === where(route))
      if (own.length !== 1) return [`route ${route.name} (${where(route)}) is served ${own.length} times`]
      return own[0]?.guard === route.guard
        ? []
        : [`route ${route.name} is guarded by ${own[0]?.guard} and not by ${route.guard}`]
    }),
  ]
}

/** The page docs/triggers.md: one row a trigger, sorted by what it serves. */
export function rightsPage(triggers: readonly Declared[], staffRoles: readonly string[]): string {
  const rows = triggers
    .map(({ name, type, method, path, cron, guard = '' }) => ({
      name,
      serves: type === 'timer' ? `timer \`${cron}\`` : `${method} \`${path}\``,
      guard,
      key: `${type} ${path ?? name} ${method}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name, serves, guard }) => `| ${serves} | ${name} | ${guard} | ${admits[guard]?.(staffRoles) ?? 'nobody'} |`)
  return [
    '# Triggers and who may call them',
    '',
    'Made from the code by `npm run check -- rights`, which fails when this page is stale: `npm run check -- rights --write`',
    'renews it. Anything that is not listed answers 404; a call that does not pass its guard answers 401 or 403 without a hint.',
    '',
    '| trigger | name | guard | role |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** The table trigger × guard × role, and that every route has exactly one trigger. */
export const rights: Step = {
  name: 'rights',
  async run({ root, write }) {
    const { triggers, routes, staffRoles } = await readDeclarations(root)
    const page = rightsPage(triggers, staffRoles)
    const file = join(root, PAGE)
    const findings = [...rightsFindings(triggers, routes)]
    if (write) writeFileSync(file, page)
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== page)
      findings.push(`${PAGE} is stale: npm run check -- rights --write`)
    const table = page
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| trigger'))
      .join('\n')
    const summary = `${triggers.length} triggers, ${routes.length} routes of the contract`
    if (findings.length > 0) return { kind: 'failed', summary, detail: [...findings, table].join('\n') }
    return { kind: 'passed', summary, detail: table }
  },
}
