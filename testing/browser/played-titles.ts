import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../..')

/** Plays a walk as `npm run walk` does, on an installation of its own; answers the titles of its steps. Throws with what it said when it stops before its end. */
export function playedTitles(name: string): string[] {
  const out = mkdtempSync(join(tmpdir(), 'suixing-walk-test-'))
  try {
    const printed = execFileSync(
      process.execPath,
      ['scripts/run.mjs', 'scripts/walk/main.ts', '--name', name, '--out', out],
      { cwd: root, encoding: 'utf8' },
    )
    return printed
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => (JSON.parse(line) as { title: string }).title)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
