import { Inject, Provide } from '@midwayjs/core'
import { INBOX_KEEPS_DAYS } from '../callbacks/accept-callback'
import type { Product } from '../platform/product'
import { ServeTimer } from '../platform/serve-timer'

/** The safety net under every nudge, and what happens by time alone. Each may run anywhere, any number of times. */
@Provide()
export class TimersFunction {
  @Inject('product')
  product!: Product

  /** Finds everything durable that waits: events, doorbells, due patients, unsettled messages. */
  @ServeTimer('drain', '*/5 * * * * * *')
  async drain(): Promise<string> {
    this.product.workshop.nudgeAll()
    await this.product.workshop.idle()
    return 'idle'
  }

  /** Retention: events past their time, sign-ins that were never finished. */
  @ServeTimer('forget', '0 30 3 * * * *')
  async forget(): Promise<string> {
    const now = this.product.clock.now().getTime()
    const gone = await this.product.repositories.inbox.forget(new Date(now - INBOX_KEEPS_DAYS * 86_400_000).toISOString())
    await this.product.repositories.staff.forgetSignIns(new Date(now).toISOString())
    return `${gone} events forgotten`
  }
}
