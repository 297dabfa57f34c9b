import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programOnPath } from './program-on-path'

describe('programOnPath', () => {
  const folder = mkdtempSync(join(tmpdir(), 'path-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const [plain, program, nested] = ['plain', 'program', 'nested'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const path = [join(folder, 'nowhere'), plain, nested, program].join(':')

  it('gives the first executable file, not a folder nor a text of that name', () => {
    for (const made of [plain, program, join(nested, 'mongod')]) mkdirSync(made, { recursive: true })
    writeFileSync(join(plain, 'mongod'), '')
    chmodSync(join(plain, 'mongod'), 0o644)
    writeFileSync(join(program, 'mongod'), '')
    chmodSync(join(program, 'mongod'), 0o755)
    expect(programOnPath('mongod', path)).toBe(join(program, 'mongod'))
  })

  it('gives nothing for an empty PATH or an unknown name', () => {
    expect(programOnPath('mongod', '')).toBeUndefined()
    expect(programOnPath('mongod', undefined)).toBeUndefined()
    expect(programOnPath('no-such-program', path)).toBeUndefined()
  })
})
