import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Framework as MidwayFaaSFramework } from '@midwayjs/faas'
import { compose } from './platform/compose'
import { readConfig } from './platform/config'
import type { Config } from './platform/config'
import type { Clock } from './platform/clock'
import { sameSecret } from './platform/guard'
import type { Product } from './platform/product'
import { readBody, answerError } from './platform/http-body'
import { followerProtocol } from './platform/clock-follower'
import { Starter } from './platform/starter'
import { forget } from './timers/forget'

export interface Host {
  readonly port: number
  readonly product: Product
  close(): Promise<void>
}

/** Longer than gateways keep an idle connection: who closes first must not be us, or a request sent that moment is lost. */
const KEEP_ALIVE_MS = 65_000

/** Serves every trigger of the product in one process: local run, container and web function are this host. */
export async function startHost(config: Config, clock?: Clock): Promise<Host> {
  const { product, close } = await compose(config, clock)
  const framework = await new Starter(product).begin()
  performance.mark('start:framework')
  const server = http.createServer((request, response) => {
    void serve(framework, product, request, response).catch((error: unknown) => {
      product.log.error({ err: error }, 'host failed')
      if (!response.headersSent) answerError(response, 500, 'internal', randomUUID())
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.PORT, config.BIND, resolve))
  product.workshop.nudgeAll()
  const timers = config.TIMER_SECONDS > 0 ? ownTimers(product, config.TIMER_SECONDS * 1000) : []
  return {
    port: (server.address() as AddressInfo).port,
    product,
    async close() {
      for (const timer of timers) clearInterval(timer)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await framework.stop()
      await close()
    },
  }
}

const FORGET_EVERY_MS = 3_600_000

/** A host without the cloud's timers keeps its own: the safety net under every nudge, and retention. */
function ownTimers(product: Product, everyMs: number): NodeJS.Timeout[] {
  const forgetting = (): void =>
    void forget(product).catch((error: unknown) => product.log.error({ err: error }, 'could not forget'))
  return [setInterval(() => product.workshop.nudgeAll(), everyMs), setInterval(forgetting, FORGET_EVERY_MS)]
}

/** What was asked for; null when it is no address at all, such as `//`. */
function addressOf(path = '/'): URL | null {
  return URL.canParse(path, 'http://host') ? new URL(path, 'http://host') : null
}

async function serve(
  framework: MidwayFaaSFramework,
  product: Product,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const requestId = randomUUID()
  const url = addressOf(request.url)
  response.setHeader('x-request-id', requestId)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
  if (!url) return answerError(response, 404, 'not-found', requestId)
  const body = await readBody(request, url.pathname)
  if (body === 'too-large') return answerError(response, 413, 'too-large', requestId)
  if (url.pathname === '/health') return void response.end(JSON.stringify({ ready: true }))
  if (url.pathname.startsWith('/__'))
    return internal(framework, product, { request, response, requestId, path: url.pathname, body })
  const started = performance.now()
  const context = await framework.wrapHttpRequest(
    Object.assign(request, {
      query: Object.fromEntries(url.searchParams),
      path: url.pathname,
      body,
      rawBody: body,
      requestId,
      getOriginEvent: () => ({}),
      getOriginContext: () => ({}),
    }) as never,
  )
  try {
    const answer = await framework.invokeTriggerFunction(context as never, url.pathname, { isHttpFunction: true })
    for (const [name, value] of Object.entries(answer.headers as Record<string, string | string[]>))
      response.setHeader(name, value)
    response.statusCode = answer.statusCode
    response.end(answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body)
  } catch (error) {
    if (!/function handler = .* not found/.test(error instanceof Error ? error.message : '')) throw error
    answerError(response, 404, 'not-found', requestId)
  }
  // The route's shape, not the address: addresses may carry ids.
  product.log.debug(
    { requestId, method: request.method, status: response.statusCode, ms: Math.round(performance.now() - started) },
    'request',
  )
}

interface Internal {
  readonly request: http.IncomingMessage
  readonly response: http.ServerResponse
  readonly requestId: string
  readonly path: string
  readonly body: Buffer
}

/** Timers and the followed clock: only with the host's secret, otherwise nothing is there. */
async function internal(
  framework: MidwayFaaSFramework,
  product: Product,
  { request, response, requestId, path, body }: Internal,
): Promise<void> {
  const secret = product.config.HOST_SECRET
  if (!secret || !sameSecret(String(request.headers['x-suixing-secret'] ?? ''), secret))
    return answerError(response, 404, 'not-found', requestId)
  response.setHeader('content-type', 'application/json')
  if (path === '/__clock') return followerProtocol(product, request.method ?? 'GET', body, response)
  if (!path.startsWith('/__invoke/')) return answerError(response, 404, 'not-found', requestId)
  try {
    // Names of timers are plain, so what is encoded is none of them.
    const event = { originEvent: {}, originContext: {}, logger: product.log }
    const out: unknown = await framework.invokeTriggerFunction(event as never, path.slice('/__invoke/'.length), {
      isHttpFunction: false,
    })
    response.end(JSON.stringify({ out }))
  } catch (error) {
    if (!/not found/.test(error instanceof Error ? error.message : '')) throw error
    answerError(response, 404, 'not-found', requestId)
  }
}

/** Milliseconds since the process began at which each step of the start was done. */
const doneAtMs = (): Record<string, number> =>
  Object.fromEntries(
    performance
      .getEntriesByType('mark')
      .flatMap(({ name, startTime }) =>
        name.startsWith('start:') ? [[name.slice('start:'.length), Math.round(startTime)]] : [],
      ),
  )

if (require.main === module) {
  performance.mark('start:modules')
  const started = (async () => startHost(readConfig(process.env)))()
  started.then(
    (host) => {
      process.stdout.write(`${JSON.stringify({ ready: true, port: host.port, doneAtMs: doneAtMs() })}\n`)
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void host.close().then(() => process.exit(0)))
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exit(1)
    },
  )
}
