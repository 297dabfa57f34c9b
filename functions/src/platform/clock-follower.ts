import type { ServerResponse } from 'node:http'
import { earlier } from '@suixing/followup'
import * as z from 'zod'
import type { FollowedClock } from './clock'
import type { Product } from './product'

const setting = z.object({ now: z.iso.datetime({ precision: 3 }), mode: z.enum(['running', 'frozen']) })

/**
 * Lets somebody else hold the clock (CLOCK=followed). GET tells the next instant at which something is due;
 * POST sets the clock, does everything that is due then, and answers when nothing runs any more.
 */
export async function followerProtocol(
  product: Product,
  method: string,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  if (product.clock.kind !== 'followed') {
    response.statusCode = 404
    response.end('{}')
    return
  }
  if (method === 'POST') {
    const parsed = setting.safeParse(asJson(body))
    if (!parsed.success) {
      response.statusCode = 400
      response.end('{}')
      return
    }
    ;(product.clock as FollowedClock).set(parsed.data)
    product.workshop.nudgeAll()
    await product.workshop.idle()
  }
  response.end(
    JSON.stringify({
      now: product.clock.instant(),
      nextInstant: await nextInstant(product),
      idle: product.workshop.isIdle(),
    }),
  )
}

function asJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

async function nextInstant(product: Product): Promise<string | null> {
  const { agenda, inbox, escalations, media, conversations } = product.repositories
  const dues = await Promise.all([
    agenda.nextDue(),
    inbox.nextDue(),
    escalations.nextDue(),
    media.nextDue(),
    conversations.nextSnoozeEnd(),
  ])
  return dues.reduce(earlier)
}
