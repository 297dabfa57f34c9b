import type { Hono } from 'hono'
import { renderSVG } from 'uqr'
import type { Sandbox } from '../sandbox'

/** What the QR of a way says; the same whatever port the sandbox listens on, so that pictures repeat. */
export function contactPayload(configId: string): string {
  return `https://work.weixin.qq.com/ca/${configId}`
}

/** QR pictures and uploaded pictures, open to anyone who has their address, as at the vendor. */
export function mountPictures(app: Hono, sandbox: Sandbox): void {
  app.get('/qr/contact/:configId', (context) => {
    const configId = context.req.param('configId')
    if (!sandbox.world.contactWays.some((way) => way.configId === configId)) return context.notFound()
    return context.body(renderSVG(contactPayload(configId), { border: 2, ecc: 'M' }), 200, {
      'content-type': 'image/svg+xml',
    })
  })
  /** What a phone on this sandbox shows of a message's media; the vendor's clients fetch it their own way. */
  app.get('/view/media/:id', (context) => context.redirect(`/picture/${context.req.param('id')}`))
  app.get('/picture/:id', (context) => {
    const id = context.req.param('id')
    const media = sandbox.world.media.find((one) => one.id === id)
    const bytes = media === undefined ? null : sandbox.media.get(media.id)
    if (media === undefined || bytes === null) return context.notFound()
    return context.body(new Uint8Array(bytes), 200, { 'content-type': media.mime })
  })
}
