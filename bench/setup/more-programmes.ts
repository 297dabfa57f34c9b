import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Bundle } from './bundle'
import { PROGRAMME } from './newcomer'

/** Copies of the bundle's programme under other ids and names, so that the host has as many kf accounts. Answers all ids. */
export function moreProgrammes({ entry }: Bundle, count: number): string[] {
  const folder = join(dirname(entry), 'programmes')
  const copies = Array.from({ length: count - 1 }, (_, index) => `${PROGRAMME}-${index + 2}`)
  for (const id of copies) {
    cpSync(join(folder, PROGRAMME), join(folder, id), { recursive: true })
    const file = join(folder, id, 'programme.json')
    const definition = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    writeFileSync(
      file,
      JSON.stringify({ ...definition, id, assistantName: `${String(definition['assistantName'])}${id.at(-1)}` }),
    )
  }
  return [PROGRAMME, ...copies]
}
