import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cachedTree, ensureServerTree } from './ensure-server-tree'

describe('the cache of server trees', () => {
  const cache = mkdtempSync(join(tmpdir(), 'trees-'))
  afterAll(() => rmSync(cache, { recursive: true, force: true }))
  const name = (major: number): string => join(cache, `documentdb-${process.arch}-${major}`)

  it('is empty before the first fetch', () => {
    expect(cachedTree(cache, undefined)).toBeUndefined()
    expect(cachedTree(join(cache, 'nowhere'), undefined)).toBeUndefined()
  })

  it('gives the newest, or the one that data needs, and no half-made one', () => {
    for (const major of [9, 18]) mkdirSync(name(major))
    mkdirSync(join(cache, 'building-x'))
    mkdirSync(join(cache, 'documentdb-otherprocessor-20'))
    expect(cachedTree(cache, undefined)).toMatchObject({ major: 18, folder: name(18) })
    expect(cachedTree(cache, 9)).toMatchObject({ major: 9 })
    expect(cachedTree(cache, 17)).toBeUndefined()
  })

  it('is used without fetching', async () => {
    const lines: string[] = []
    const tree = await ensureServerTree(cache, 18, (line) => lines.push(line))
    expect(tree.postgres).toBe(join(name(18), 'usr/lib/postgresql/18/bin/postgres'))
    expect(lines).toEqual([])
  })
})
