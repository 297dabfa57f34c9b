import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeEvents } from './event'
import { makeEvents } from './make-events'

/** What bench/replay/two-thousand.jsonl is made of; the test beside holds the file to it. */
export const TWO_THOUSAND = { seed: 'two-thousand', events: 2_000, patients: 40 } as const
export const FILE = 'bench/replay/two-thousand.jsonl'

/* `node scripts/run.mjs bench/replay/write-file.ts` writes the file anew. */
if (require.main === module) writeFileSync(join(resolve(process.cwd()), FILE), writeEvents(makeEvents(TWO_THOUSAND)))
