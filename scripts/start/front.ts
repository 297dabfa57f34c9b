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

/** Shown to whoever opens the address before everything runs; asks again by itself. */
const WAITING_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>随行</title>
<body style="margin:0;min-height:100vh;display:grid;place-content:center;text-align:center;background:#f3f5f5;color:#16242a;font:17px/28px -apple-system,'PingFang SC','Noto Sans CJK SC',sans-serif">
<b style="font-weight:600">随行正在启动</b><span style="color:#4e5d63">好了会自己打开。太久没有动静，请看终端里说了什么。</span>`

/** What is not there yet, or not again: a page for people, the error envelope for programs. */
function away(request: http.IncomingMessage, response: http.ServerResponse, message: string): void {
  if (request.headers.accept?.includes('text/html')) {
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' }).end(WAITING_PAGE)
    return
  }
  response
    .writeHead(503, { 'content-type': 'application/json' })
    .end(JSON.stringify({ code: 'outside-unavailable', message, requestId: '' }))
}

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
    if (!target) return away(request, response, 'starting')
    proxy.web(request, response, { target }).catch(() => {
      if (!response.headersSent) away(request, response, 'restarting')
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
