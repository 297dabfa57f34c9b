import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './run-tool'
import type { Step } from './step'

interface FileFindings {
  readonly filePath: string
  readonly messages: readonly { readonly line?: number; readonly ruleId: string | null; readonly message: string }[]
}

/** ESLint over everything: typed rules and the direction of imports between rooms. Unchanged files are remembered. */
export const lint: Step = {
  name: 'lint',
  async run({ root, changed }) {
    const targets = changed?.filter((file) => /\.(tsx?|mjs)$/.test(file) && existsSync(join(root, file))) ?? ['.']
    if (targets.length === 0) return { kind: 'passed', summary: 'no source changed' }
    const eslint = join(root, 'node_modules/eslint/bin/eslint.js')
    const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', join(root, '.suixing', 'eslint', '/')]
    const { status, stdout, output } = await runTool(root, [
      eslint,
      ...cache,
      '--no-warn-ignored',
      '-f',
      'json',
      ...targets,
    ])
    if (status > 1 || !stdout.startsWith('['))
      return { kind: 'failed', summary: 'ESLint did not run', detail: output.slice(-4000) }
    const files = JSON.parse(stdout) as readonly FileFindings[]
    const findings = files.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, ruleId, message }) =>
          `${filePath.slice(root.length + 1)}:${line ?? 1} ${ruleId ?? 'parser'}: ${message.split('\n')[0]}`,
      ),
    )
    if (findings.length > 0)
      return { kind: 'failed', summary: `${findings.length} findings`, detail: findings.join('\n') }
    return { kind: 'passed', summary: `${files.length} files` }
  },
}
