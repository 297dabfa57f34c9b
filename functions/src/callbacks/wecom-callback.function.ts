import { Inject, Provide } from '@midwayjs/core'
import { CallbackRefused } from '@suixing/wecom'
import { ApiError } from '../platform/api-error'
import type { HttpContext } from '../platform/http-context'
import type { Product } from '../platform/product'
import { ServeRaw } from '../platform/serve'
import { acceptCallback } from './accept-callback'

/** WeCom's callback address (documents 90930, 90238). The signature is its guard. */
@Provide()
export class WecomCallbackFunction {
  @Inject('product')
  product!: Product

  /** Address check: answers the bare plaintext within 1 s. */
  @ServeRaw('get', '/callbacks/wecom', 'wecom-signature')
  async verify(ctx: HttpContext): Promise<string> {
    return refusing(ctx, async () => {
      if (!this.product.callbackCipher) throw new ApiError('not-found', 'no corp is configured')
      return this.product.callbackCipher.verifyUrl(ctx.query)
    })
  }

  /** Event: durable, then acknowledged with an empty body. */
  @ServeRaw('post', '/callbacks/wecom', 'wecom-signature')
  async receive(ctx: HttpContext): Promise<string> {
    return refusing(ctx, async () => {
      await acceptCallback(this.product, ctx.query, ctx.req.rawBody ?? Buffer.alloc(0))
      return ''
    })
  }
}

async function refusing(ctx: HttpContext, work: () => Promise<string>): Promise<string> {
  ctx.type = 'text/plain'
  try {
    const text = await work()
    ctx.status = 200
    return text
  } catch (error) {
    if (!(error instanceof CallbackRefused)) throw error
    // Refusals say which check failed and nothing of the content.
    throw error.code === 'too-large'
      ? new ApiError('too-large', 'callback larger than accepted', { field: 'body' })
      : new ApiError('forbidden', `callback refused: ${error.code}`)
  }
}
