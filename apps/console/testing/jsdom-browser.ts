import { TextDecoder, TextEncoder } from 'node:util'

/** One message at a time, delivered as a task of its own; Node's channel would keep a finished test process open. */
class MessageChannel {
  readonly port1: { onmessage: ((event: { data: unknown }) => void) | null } = { onmessage: null }
  readonly port2 = { postMessage: (data: unknown) => void setTimeout(() => this.port1.onmessage?.({ data }), 0) }
}

/** As much of a request as the router asks of one that only changes the page. */
class Request {
  readonly url: string
  readonly method = 'GET'
  readonly signal: AbortSignal | undefined
  constructor(url: string | URL, init: { signal?: AbortSignal } = {}) {
    this.url = String(url)
    this.signal = init.signal
  }
}

/** What the router and the forms expect of a browser and jsdom lacks. */
Object.assign(globalThis, { TextEncoder, TextDecoder, MessageChannel, Request })
