import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { answers } from './answers'
import { freePort } from './free-port'
import { startMongod } from './mongod-server'
import { resolveDatabase } from './resolve-database'

describe('resolveDatabase', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resolve-'))
  const binary = join(folder, 'bin', 'mongod')
  const stateFolder = join(folder, 'state')
  const PATH = `${join(folder, 'bin')}:${process.env['PATH']}`
  beforeAll(async () => {
    await build({
      entryPoints: [join(__dirname, 'testdata', 'fake-mongod.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: `${binary}.cjs`,
      logLevel: 'error',
    })
    writeFileSync(binary, `#!/bin/sh\nexec "${process.execPath}" "${binary}.cjs" "$@"\n`, { mode: 0o755 })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('runs the mongod on PATH with data and port of its own, and stops it in order', async () => {
    const lines: string[] = []
    const port = await freePort()
    const database = await resolveDatabase({ stateFolder, port, env: { PATH }, log: (line) => lines.push(line) })
    expect(database).toMatchObject({ kind: 'mongod', uri: `mongodb://127.0.0.1:${port}/`, why: 'no MONGODB_URI' })
    expect(lines).toEqual(['database: mongod on PATH (no MONGODB_URI)'])
    const given = JSON.parse(readFileSync(join(stateFolder, 'mongod', 'arguments.json'), 'utf8')) as string[]
    expect(given).toEqual(expect.arrayContaining(['--dbpath', join(stateFolder, 'mongod'), '--bind_ip', '127.0.0.1']))
    await database.stop()
    expect(existsSync(join(stateFolder, 'mongod', 'stopped'))).toBe(true)
    expect(await answers(database.uri, 100)).toBe(false)
  }, 60_000)

  it('takes MONGODB_URI before all others, starts nothing and claims no folder', async () => {
    const server = await startMongod({ binary, stateFolder: folder, port: 0, label: 'given' })
    const unused = join(folder, 'unused')
    const env = { PATH, MONGODB_URI: server.uri }
    const database = await resolveDatabase({ stateFolder: unused, env })
    expect(database).toMatchObject({ kind: 'uri', uri: server.uri })
    await database.stop()
    expect(existsSync(unused)).toBe(false)
    expect(await answers(server.uri, 5_000)).toBe(true)
    await server.stop()
  }, 60_000)

  it('fails when a mongod ends at once', async () => {
    const failing = startMongod({ binary, stateFolder: folder, port: 1, label: 'failing' })
    await expect(failing).rejects.toMatchObject({ code: 'start_failed', hint: expect.stringContaining('mongod.log') })
  }, 60_000)
})
