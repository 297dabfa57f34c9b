import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bed } from './bench'
import { digestOf } from './machine'

export interface Bundle {
  readonly entry: string
  /** First characters of the SHA-256 of index.js. */
  readonly digest: string
}

/** A copy of the built bundle, so that a build meanwhile does not change what is measured. Runs alone, without node_modules. */
export function benchBundle(bed: Bed): Bundle {
  const folder = mkdtempSync(join(tmpdir(), 'suixing-bench-'))
  bed.undo(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(bed.root, 'functions/bundle'), folder, { recursive: true })
  const entry = join(folder, 'index.js')
  return { entry, digest: digestOf(entry) }
}
