import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claim } from './claim'

describe('claim', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claim-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is refused while a living process holds it, and had again once given back', () => {
    const file = join(folder, 'used')
    const first = claim(file)
    expect(claim(file)).toEqual({ kind: 'held', pid: process.pid })
    if (first.kind === 'claimed') first.release()
    expect(claim(file).kind).toBe('claimed')
    expect(readdirSync(folder)).toEqual(['used'])
  })

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, start: '1' })],
    ['a process whose id was given to another', JSON.stringify({ pid: process.pid, start: '1' })],
    ['nothing readable', '{'],
  ])('takes over what is held by %s', (_who, owner) => {
    const file = join(mkdtempSync(join(folder, 'stale-')), 'owner')
    writeFileSync(file, owner)
    expect(claim(file).kind).toBe('claimed')
  })
})
