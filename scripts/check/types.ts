import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './run-tool'
import { resultOf } from './step'
import type { Step } from './step'
import { typedFolders } from './workspaces'

const AT_ONCE = 2

/** tsc over every folder with a tsconfig.json, two at a time; what did not change since is remembered by tsc. */
export const types: Step = {
  name: 'types',
  async run({ root, changed }) {
    const folders = typedFolders(root).filter(
      (folder) => !changed || changed.some((file) => file.startsWith(`${folder}/`)),
    )
    const memory = join(root, '.suixing', 'types')
    mkdirSync(memory, { recursive: true })
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const waiting = [...folders]
    const findings: string[] = []
    const worker = async (): Promise<void> => {
      for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
        const info = join(memory, `${folder.replaceAll('/', '-')}.tsbuildinfo`)
        const args = [tsc, '-p', folder, '--incremental', '--tsBuildInfoFile', info, '--pretty', 'false']
        const { status, output } = await runTool(root, args)
        if (status !== 0) findings.push(...(output.trim() || `${folder}: tsc ended with ${status}`).split(/\n(?!\s)/))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    // A package is checked again by everyone who imports it: the same finding comes once.
    return resultOf([...new Set(findings)].sort(), `${folders.length} folders`)
  },
}
