import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { createFixtureHost, type FixtureHost, type Person } from './fixture-host'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Serves the built h5 app under /app/, a phone frame under /phone, and the fixture host of one person under /api/. */
export const serveFixtures = async (
  folders: { app: string; testing: string },
  person: Person,
): Promise<{ address: string; host: FixtureHost; server: Server }> => {
  const host = createFixtureHost(person)
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/'
    if (path.startsWith('/api/')) {
      const bytes = await bodyOf(request)
      const isFile = request.headers['content-type'] === 'application/octet-stream'
      const answer = host.answer({
        method: request.method ?? 'GET',
        path,
        ...(isFile
          ? { bytes: bytes.length }
          : bytes.length > 0
            ? { body: JSON.parse(bytes.toString()) as unknown }
            : {}),
      })
      if (answer.status === 0) return void request.socket.destroy()
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
      return
    }
    const plain = new URL(path, 'http://h').pathname
    const file =
      plain === '/phone'
        ? join(folders.testing, 'phone-frame.html')
        : join(folders.app, normalize(plain.replace(/^\/app/, '')))
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': `${types[extname(file)] ?? 'application/octet-stream'}; charset=utf-8` })
    createReadStream(file).pipe(response)
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return { address: `http://127.0.0.1:${port}`, host, server }
}
