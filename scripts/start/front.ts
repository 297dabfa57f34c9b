import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createProxyServer } from 'httpxy'
import sirv from 'sirv'

export interface Front {
  readonly port: number
  /** Where the host and the sandbox listen; set as soon as they do, and again after a restart. */
  route(targets: { host?: string; sandbox?: string }): void
  close(): Promise<void>
}

const JSON_HEADERS = { 'content-type': 'application/json' }

/**
 * One address for everything: `/api` and `/callbacks` go to the host, `/apps/…` and `/console` are the built screens, the rest is the sandbox
 * with the portal at `/`. In production a gateway or CDN stands here.
 * @throws the listen error, EADDRINUSE for a busy port
 */
export async function startFront(root: string, port: number): Promise<Front> {
  const targets: { host?: string; sandbox?: string } = {}
  const proxy = createProxyServer({ xfwd: true })
  const screens = [
    ['/apps/patient', sirv(join(root, 'apps/patient/dist/h5'), { dev: true, single: true })],
    ['/apps/physician', sirv(join(root, 'apps/physician/dist/h5'), { dev: true, single: true })],
    ['/console', sirv(join(root, 'apps/console/dist'), { dev: true, single: true })],
  ] as const

  const server = http.createServer((request, response) => {
    const url = request.url ?? '/'
    const screen = screens.find(([path]) => url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`))
    if (screen) {
      const [path, serve] = screen
      if (url === path) {
        response.writeHead(302, { location: `${path}/` })
        return void response.end()
      }
      request.url = url.slice(path.length)
      return serve(request, response, () => void response.writeHead(404).end())
    }
    const isHost = url.startsWith('/api/') || url.startsWith('/callbacks/')
    const target = isHost ? targets.host : targets.sandbox
    if (!target)
      return void response
        .writeHead(503, JSON_HEADERS)
        .end(JSON.stringify({ code: 'outside-unavailable', message: 'starting', requestId: '' }))
    proxy.web(request, response, { target }).catch(() => {
      if (!response.headersSent)
        response
          .writeHead(503, JSON_HEADERS)
          .end(JSON.stringify({ code: 'outside-unavailable', message: 'restarting', requestId: '' }))
      else response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    route: (to) => Object.assign(targets, to),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
