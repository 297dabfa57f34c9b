import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { Executor } from './commands/executor'
import { ConnectionPool } from './postgres/connection-pool'
import { replyHead } from './wire/frame-reply'
import { MessageReader } from './wire/message-reader'
import { parseMessage } from './wire/parse-message'
import type { WireRequest } from './wire/wire-request'

export interface GatewayOptions {
  /** The folder of PostgreSQL's unix socket. */
  readonly socketFolder: string
  /** TCP port on the loopback address; 0 takes a free one. */
  readonly port: number
  /** Shared connections to PostgreSQL; eight suit two processor cores. */
  readonly poolSize?: number
}

export interface Gateway {
  readonly uri: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const TTL_MILLISECONDS = 60_000
const MAX_INT32 = 0x7fffffff

/** Starts a TCP server that speaks MongoDB's wire protocol and keeps its data in PostgreSQL with DocumentDB. */
export async function startGateway({ socketFolder, port, poolSize = 8 }: GatewayOptions): Promise<Gateway> {
  const pool = new ConnectionPool({ host: socketFolder, user: 'postgres', database: 'postgres' }, poolSize)
  const executor = new Executor(pool)
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serve(socket, executor, ++connections)
  })
  const taken = await listen(server, port).catch(async (error: unknown) => {
    await executor.close()
    throw error
  })
  // TTL indexes: the extension leaves it to the gateway to ask for the removal.
  const expire = (): void => void executor.backend.run(undefined, 'deleteExpired', []).catch(() => undefined)
  const ttl = setInterval(expire, TTL_MILLISECONDS).unref()
  return {
    uri: `mongodb://${HOST}:${taken}/`,
    close: async () => {
      clearInterval(ttl)
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      await executor.close()
    },
  }
}

/** Commands of one connection are answered one after another, in the order they came. */
function serve(socket: Socket, executor: Executor, connectionId: number): void {
  const reader = new MessageReader()
  let queue = Promise.resolve()
  let replies = 0
  const answer = async (request: WireRequest): Promise<void> => {
    const reply = await executor.execute(request, connectionId)
    if (!request.expectsReply || socket.destroyed) return
    socket.cork()
    socket.write(replyHead(request, (replies = (replies + 1) & MAX_INT32), reply.length))
    socket.write(reply)
    socket.uncork()
  }
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of reader.push(chunk)) {
        const request = parseMessage(message)
        queue = queue.then(() => answer(request)).catch(() => void socket.destroy())
      }
    } catch {
      // Not the wire protocol: nothing sensible can be answered.
      socket.destroy()
    }
  })
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
