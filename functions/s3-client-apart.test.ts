import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { type S3StandIn, s3StandIn } from '../packages/storage/src/testing/s3-stand-in'

const root = join(__dirname, '..')
/** Stands for the host: whatever imports the storage. */
const USER = `
  import { s3Storage } from '${join(root, 'packages/storage/src/index.ts')}'
  const storage = s3Storage(JSON.parse(process.env.OPTIONS))
  storage.put('kf/a', new Uint8Array([1, 2, 3]), { contentType: 'image/png' })
    .then(() => storage.get('kf/a'))
    .then((found) => console.log(found.contentType, [...found.bytes]))
`
/** Bundles as bundle.mjs does. In a process of its own: Jest loads no .mjs. */
const BUILD = `
  import { build } from 'esbuild'
  const { s3ClientApart, s3ClientEntry } = await import(process.env.APART)
  await build({
    entryPoints: { index: process.env.FOLDER + '/user.js', ...s3ClientEntry },
    outdir: process.env.FOLDER + '/out', bundle: true, platform: 'node', target: 'node20', format: 'cjs', minify: true,
    keepNames: true, plugins: [s3ClientApart],
  })
`
async function run(args: readonly string[], cwd: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, problems] = await Promise.all([text(child.stdout), text(child.stderr)])
  return out.trim() || problems
}

describe('the bundle', () => {
  let folder: string
  let bucket: S3StandIn
  beforeAll(async () => {
    bucket = await s3StandIn()
    folder = await mkdtemp(join(tmpdir(), 'suixing-apart-'))
    await writeFile(join(folder, 'user.js'), USER)
    const apart = pathToFileURL(join(__dirname, 's3-client-apart.mjs')).href
    expect(await run(['--input-type=module', '-e', BUILD], root, { FOLDER: folder, APART: apart })).toBe('')
  })
  afterAll(async () => {
    await bucket.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('has nothing of the SDK in the file that every start reads', async () => {
    const host = await readFile(join(folder, 'out/index.js'), 'utf8')
    expect(host.length).toBeLessThan(20_000)
    expect(host).toContain('./s3-client.js')
  })

  it('reaches a bucket from a folder without node_modules', async () => {
    const said = await run(['index.js'], join(folder, 'out'), { OPTIONS: JSON.stringify(bucket.options) })
    expect(said).toBe('image/png [ 1, 2, 3 ]')
    expect(bucket.requests).toEqual(['PUT /media/kf/a', 'GET /media/kf/a'])
  })
})
