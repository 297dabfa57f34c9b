import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderStorage } from './folder-storage'
import { storageContract } from './testing/storage-contract'

const png = { contentType: 'image/png' }
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suixing-storage-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('folderStorage', () => {
  storageContract(async () => folderStorage(join(folder, 'made/at/first-put')))

  it('keeps objects as files with the type beside them, for their owner alone', async () => {
    await folderStorage(folder).put('kf/a', new Uint8Array([1]), png)
    expect((await readdir(join(folder, 'kf'))).sort()).toEqual(['a.bytes', 'a.type'])
    expect((await stat(join(folder, 'kf/a.bytes'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'kf'))).mode & 0o777).toBe(0o700)
    expect(await readdir(join(folder, '.writing'))).toEqual([])
  })

  it('is the same storage for whoever opens the folder', async () => {
    await folderStorage(folder).put('kf/a', new Uint8Array([1]), png)
    expect(await folderStorage(folder).get('kf/a')).toEqual({ bytes: new Uint8Array([1]), ...png })
  })

  it('has no half object when a put is killed in the middle, and keeps the whole one that was there', async () => {
    const storage = folderStorage(folder)
    await storage.put('old', new Uint8Array([1, 2]), png)
    await killedInTheMiddle(folder, 'new')
    await killedInTheMiddle(folder, 'old')
    expect(await readdir(join(folder, '.writing'))).toHaveLength(2)
    expect(await storage.get('new')).toBeNull()
    expect(await storage.head('new')).toBeNull()
    expect(await storage.get('old')).toEqual({ bytes: new Uint8Array([1, 2]), ...png })
    await storage.put('new', new Uint8Array([3]), png)
    expect(await storage.get('new')).toEqual({ bytes: new Uint8Array([3]), ...png })
  })

  it('removes what a dead writer left an hour ago, and not what is being written', async () => {
    const writing = join(folder, '.writing')
    await mkdir(writing)
    for (const name of ['dead', 'alive']) await writeFile(join(writing, name), 'half')
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(join(writing, 'dead'), longAgo, longAgo)
    await folderStorage(folder).put('a', new Uint8Array([1]), png)
    expect(await readdir(writing)).toEqual(['alive'])
  })

  it('says that an operator has to act when the folder is a file', async () => {
    await writeFile(join(folder, 'file'), '')
    const storage = folderStorage(join(folder, 'file'))
    await expect(storage.put('a', new Uint8Array([1]), png)).rejects.toMatchObject({ code: 'storage-refused' })
    await expect(storage.get('a')).rejects.toMatchObject({ code: 'storage-refused' })
  })
})

async function killedInTheMiddle(storageFolder: string, key: string): Promise<void> {
  const run = join(__dirname, '../../../scripts/run.mjs')
  const child = spawn(process.execPath, [run, join(__dirname, 'testing/half-put.ts'), storageFolder, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  expect(said.toString()).toBe('half\n')
  child.kill('SIGKILL')
  await once(child, 'exit')
}
