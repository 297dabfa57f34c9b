import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { freePort } from './free-port'
import { probeDownload } from './probe-download'

const opened: Server[] = []
async function serving(server: Server): Promise<string> {
  opened.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterAll(() => opened.forEach((server) => void server.close().closeAllConnections()))

describe('probeDownload', () => {
  it('is content with a download that can be had', async () => {
    const url = await serving(createServer((_request, response) => response.end()))
    await expect(probeDownload(`${url}/file.tgz`, 5_000, {})).resolves.toBeUndefined()
  })

  it.each([403, 404, 302])('takes status %i for a refusal', async (status) => {
    const url = await serving(createServer((_request, response) => response.writeHead(status).end()))
    await expect(probeDownload(`${url}/file.tgz`, 5_000, {})).resolves.toBe('download refused')
  })

  it('takes a refused connection for a refusal', async () => {
    await expect(probeDownload(`http://127.0.0.1:${await freePort()}/`, 5_000, {})).resolves.toBe('download refused')
  })

  it('gives up on a host that takes the connection and says nothing', async () => {
    const url = await serving(createServer(() => undefined))
    await expect(probeDownload(`${url}/`, 20, {})).resolves.toBe('download host does not answer')
  })

  it.each([
    ['lets through', '200 OK', undefined],
    ['refuses', '403 Forbidden', 'download refused'],
  ])('asks a proxy that %s', async (_what, status, answer) => {
    const proxy = createServer()
    const asked: unknown[] = []
    proxy.on('connect', (request, socket) => {
      asked.push(request.url, request.headers['proxy-authorization'])
      socket.end(`HTTP/1.1 ${status}\r\n\r\n`)
    })
    const url = (await serving(proxy)).replace('//', '//name:word@')
    await expect(probeDownload('https://host.invalid/file.tgz', 5_000, { HTTPS_PROXY: url })).resolves.toBe(answer)
    expect(asked).toEqual(['host.invalid:443', `Basic ${Buffer.from('name:word').toString('base64')}`])
  })
})
