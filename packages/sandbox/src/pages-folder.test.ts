import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from './testing/start'

it('serves the built pages and nothing outside their folder', async () => {
  const outer = mkdtempSync(join(tmpdir(), 'pages-'))
  const folder = join(outer, 'dist')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outer, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<title>随行</title>')
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {}')
  const sandbox = start({ pagesFolder: folder })
  const get = async (path: string): Promise<[number, string | null]> => {
    const response = await sandbox.app.request(path)
    return [response.status, response.headers.get('content-type')]
  }
  expect(await get('/')).toEqual([200, 'text/html; charset=utf-8'])
  expect(await get('/pages/')).toEqual([200, 'text/html; charset=utf-8'])
  expect(await get('/pages/assets/a.js')).toEqual([200, 'text/javascript; charset=utf-8'])
  expect((await get('/pages/none.js'))[0]).toBe(404)
  expect((await get('/pages/%2e%2e%2fsecret.txt'))[0]).toBe(404)
  expect((await get('/pages/..%2fsecret.txt'))[0]).toBe(404)
  expect((await get('/elsewhere'))[0]).toBe(404)
  await sandbox.close()
  rmSync(outer, { recursive: true })
})
