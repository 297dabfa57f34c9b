import { Inject, Provide } from '@midwayjs/core'
import { ApiError } from '../platform/api-error'
import type { HttpContext } from '../platform/http-context'
import type { Product } from '../platform/product'
import { ServeRaw } from '../platform/serve'
import { isLiveLink } from './media-link'

/** Kinds a browser shows in place; anything else is offered as a file, so that nothing of it runs in our pages. */
const IN_PLACE = /^(image\/(jpeg|png|gif|webp)|audio\/[\w.+-]+|video\/(mp4|webm|quicktime)|application\/pdf)$/

/** Files of conversations, by signed links. */
@Provide()
export class MediaFunction {
  @Inject('product')
  product!: Product

  @ServeRaw('get', '/api/media/:id', 'signed-link')
  async media(ctx: HttpContext): Promise<Buffer> {
    const id = ctx.req.pathParameters?.['id'] ?? ''
    const { until = '', sign = '' } = ctx.query ?? {}
    if (!isLiveLink(this.product, id, until, sign))
      throw new ApiError('not-signed-in', 'the link is over', { hint: 'open the conversation again' })
    const row = await this.product.repositories.media.byId(id)
    const stored = row?.state === 'stored' ? await this.product.storage.get(row.key) : null
    if (!row || !stored) throw new ApiError('not-found', 'no such file')
    const type = row.contentType ?? 'application/octet-stream'
    const inPlace = IN_PLACE.test(type)
    ctx.type = inPlace ? type : 'application/octet-stream'
    const name = encodeURIComponent(row.name ?? `${row.kind}`)
    ctx.set('content-disposition', `${inPlace ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    ctx.set('x-content-type-options', 'nosniff')
    ctx.set('content-security-policy', "default-src 'none'; sandbox")
    ctx.set('cache-control', 'private, max-age=21600, immutable')
    return Buffer.from(stored.bytes)
  }
}
