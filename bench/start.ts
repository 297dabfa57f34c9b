import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { distribution, hundredths } from './measure/percentiles'
import { positive } from './setup/bench'
import type { Bed, Bench } from './setup/bench'
import { loadAverage, machine } from './setup/machine'

const GOAL_MS = 15_000
const GIVES_UP_AFTER_MS = 15 * 60_000

interface Start {
  readonly totalMs: number
  /** Milliseconds from the spawn of npm at which each line was printed. */
  readonly lines: readonly (readonly [atMs: number, text: string])[]
}

/** `npm start` with everything built and data present, to the printed address. */
export const start: Bench = {
  name: 'start',
  summary: 'npm start, warm: from the command to the printed address',
  needs: [],
  options: { runs: { type: 'string', default: '5' } },
  async run(bed) {
    const state = mkdtempSync(join(tmpdir(), 'suixing-start-'))
    bed.undo(() => rmSync(state, { recursive: true, force: true }))
    bed.say('start: first start, which builds and fills an empty state folder; not counted')
    await npmStart(bed, state)
    bed.emit({
      bench: 'start',
      setUp: machine(bed.root),
      command: 'npm start -- --port 0 --state FOLDER',
      warmUp:
        'one start before in the same state folder, not counted: packages installed, screens and bundle built, database filled',
      goal: { medianMs: GOAL_MS },
      options: bed.options,
    })
    const starts: Start[] = []
    for (let run = 0; run < positive(bed, 'runs'); run++) {
      bed.say(`start: run ${run + 1}`)
      starts.push(await npmStart(bed, state))
    }
    const { p50, p90, max } = distribution(starts.map(({ totalMs }) => totalMs))
    bed.emit({
      bench: 'start',
      runs: starts.length,
      ms: { median: p50, p90, max, samples: starts.map(({ totalMs }) => Math.round(totalMs)) },
      linesOfLastRun: starts.at(-1)?.lines.map(([atMs, text]) => ({ atMs: Math.round(atMs), text })),
      // Sources that changed under a run made it build: that start was not warm.
      runsThatBuilt: starts.filter(({ lines }) => lines.some(([, text]) => text.startsWith('building'))).length,
      goalMet: p50 <= GOAL_MS,
      loadAverage: loadAverage(),
    })
  },
}

/** Starts, waits for the address, looks whether it answers, and stops. */
async function npmStart(bed: Bed, state: string): Promise<Start> {
  const began = performance.now()
  const child = spawn('npm', ['start', '--silent', '--', '--port', '0', '--state', state], {
    cwd: bed.root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const exited = once(child, 'exit')
  const stop = (): void => {
    try {
      // The group: npm does not hand every signal down.
      process.kill(-(child.pid ?? 0), 'SIGTERM')
    } catch {
      // Already gone.
    }
  }
  process.once('exit', stop)
  const lines: [number, string][] = []
  const url = new Promise<string>((resolve, reject) => {
    const read = (line: string): void => {
      if (!line.trim()) return
      lines.push([hundredths(performance.now() - began), line.trim()])
      if (/building|built|waiting/.test(line)) bed.say(line.trim())
      const found = /^\s+(http:\/\/127\.0\.0\.1:\d+)\s*$/.exec(line)?.[1]
      if (found) resolve(found)
    }
    createInterface({ input: child.stdout }).on('line', read)
    createInterface({ input: child.stderr }).on('line', read)
    child.once('exit', (code) =>
      reject(new Error(`npm start ended (${String(code)})\n${lines.map(([, text]) => text).join('\n')}`)),
    )
    setTimeout(() => reject(new Error('npm start did not print its address')), GIVES_UP_AFTER_MS).unref()
  })
  try {
    const address = await url
    const totalMs = hundredths(performance.now() - began)
    for (const path of ['/', '/console/', '/apps/patient/']) {
      const answer = await fetch(`${address}${path}`)
      await answer.text()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    }
    return { totalMs, lines }
  } finally {
    stop()
    await exited
    process.off('exit', stop)
  }
}
