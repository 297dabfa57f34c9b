import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** The proxy variables that mongodb-memory-server obeys, in its order. */
const PROXY_VARIABLES = ['https_proxy', 'http_proxy', 'HTTPS_PROXY', 'HTTP_PROXY']

/**
 * Asks for the head of a download, or the proxy for a way to its host, so that a refused download is noticed in seconds.
 * @returns undefined when it can be had, else in a few words why not
 */
export function probeDownload(url: string, milliseconds: number, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const target = new URL(url)
  const proxy = PROXY_VARIABLES.map((name) => env[name]).find(Boolean)
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(milliseconds)
    const request = proxy ? throughProxy(new URL(proxy), target, signal) : directly(target, signal)
    const judge = (status = 0): void => {
      request.destroy()
      resolve(status >= 200 && status < 300 ? undefined : 'download refused')
    }
    request.on('response', ({ statusCode }) => judge(statusCode))
    request.on('connect', ({ statusCode }) => judge(statusCode))
    request.on('error', () => resolve(signal.aborted ? 'download host does not answer' : 'download refused'))
    request.end()
  })
}

function directly(target: URL, signal: AbortSignal): ReturnType<typeof httpRequest> {
  const send = target.protocol === 'http:' ? httpRequest : httpsRequest
  return send(target, { method: 'HEAD', signal, agent: false })
}

function throughProxy(proxy: URL, target: URL, signal: AbortSignal): ReturnType<typeof httpRequest> {
  const { hostname, port, username, password } = proxy
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  const headers = username ? { 'proxy-authorization': `Basic ${credentials}` } : {}
  const path = `${target.hostname}:${target.port || 443}`
  const send = proxy.protocol === 'https:' ? httpsRequest : httpRequest
  return send({ host: hostname, port, method: 'CONNECT', path, headers, signal, agent: false })
}
