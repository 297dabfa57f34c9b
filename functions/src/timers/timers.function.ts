import { Inject, Provide } from '@midwayjs/core'
import type { Product } from '../platform/product'
import { ServeTimer } from '../platform/serve-timer'
import { forget } from './forget'

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
    return `${await forget(this.product)} events forgotten`
  }
}
