import { createServer, type Server } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { answerAs, workingAnswers, type Answers } from './fixture-answers'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A picture that looks like a QR code; nothing is encoded in it. */
function qrPicture(): string {
  const cells: string[] = []
  const finder = (x: number, y: number) =>
    cells.push(
      `<path d="M${x} ${y}h7v7h-7z M${x + 1} ${y + 1}v5h5v-5z M${x + 2} ${y + 2}h3v3h-3z" fill-rule="evenodd"/>`,
    )
  for (let y = 0; y < 25; y += 1)
    for (let x = 0; x < 25; x += 1) {
      const corner = (x < 8 && y < 8) || (x > 16 && y < 8) || (x < 8 && y > 16)
      if (!corner && (x * 7 + y * 13 + x * y * 3) % 5 < 2) cells.push(`<rect x="${x}" y="${y}" width="1" height="1"/>`)
    }
  finder(0, 0)
  finder(18, 0)
  finder(0, 18)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 25 25" fill="#16242A" shape-rendering="crispEdges">${cells.join('')}</svg>`
}

/** Serves the built console and answers its API from fixtures on one loopback address. */
export async function startFixtureServer(
  dist: string,
  answers: Answers = workingAnswers,
): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fixture')
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (url.pathname.startsWith('/api/')) {
        const text = Buffer.concat(chunks).toString()
        const body: unknown = request.headers['content-type'] === 'application/json' && text ? JSON.parse(text) : text
        const answer = answerAs(answers, request.method ?? 'GET', url, body)
        if (!answer) return
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
        return
      }
      if (url.pathname === '/fixture/qr.svg') {
        response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(qrPicture())
        return
      }
      const asked = join(dist, url.pathname.replace(/^\/console/, ''))
      const file = extname(asked) && existsSync(asked) ? asked : join(dist, 'index.html')
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(readFileSync(file))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return { server, address: `http://127.0.0.1:${bound.port}` }
}
