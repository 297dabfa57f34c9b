import { readFileSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import type { Hono } from 'hono'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.ico': 'image/x-icon',
}

function fileAt(folder: string, path: string): { bytes: Buffer; type: string } | null {
  const full = normalize(join(folder, path))
  if (!full.startsWith(normalize(folder + sep))) return null
  try {
    if (!statSync(full).isFile()) return null
    return { bytes: readFileSync(full), type: types[extname(full)] ?? 'application/octet-stream' }
  } catch {
    return null
  }
}

/** Serves the built pages: `/` is index.html, `/pages/x` is x of the folder; anything else stays 404. */
export function mountPages(app: Hono, folder: string | null): void {
  if (folder === null) return
  const serve = (path: string): Response => {
    const found = fileAt(folder, path)
    if (found === null) return new Response('not found', { status: 404 })
    return new Response(new Uint8Array(found.bytes), { headers: { 'content-type': found.type } })
  }
  app.get('/', () => serve('index.html'))
  app.get('/pages/*', (context) => {
    const path = decodeURIComponent(context.req.path.slice('/pages/'.length))
    return path === '' || path.endsWith('/') ? serve(`${path}index.html`) : serve(path)
  })
}
