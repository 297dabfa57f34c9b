import type { Sandbox } from '../sandbox'
import { applyPassiveReply } from '../cards/passive-reply'
import type { Push, PushAbout, PushTry } from './push'
import { sealedRequest } from './sealed-request'
import { xml } from './xml'
import type { XmlFields } from './xml'

const tries = 3
/** The documents name no pause between tries. */
const retryAfterMs = 5_000
const holdAtMostMs = 5_000
const remembered = 1_000

export interface Pusher {
  /** Queues an event for the callback url, through the knobs. `event` names it in the log. */
  push(event: string, fields: XmlFields, about?: PushAbout): void
  /** Sends what is due, one after another, and answers how many sendings there were. */
  deliverDue(): Promise<number>
  /** When the next waiting push is due. */
  nextInstant(): number | null
  stop(): void
}

/** @param deadline ends a try that gets no answer: after five real seconds, unless a test decides */
export function createPusher(sandbox: Sandbox, deadline: () => AbortSignal): Pusher {
  const { world, clock, ids, feed } = sandbox
  let timer: NodeJS.Timeout | null = null
  let running: Promise<number> | null = null
  let stopped = false

  const waiting = (): Push[] => world.pushes.filter((push) => push.outcome === 'waiting')
  const due = (): Push[] =>
    waiting()
      .filter((push) => push.dueAt <= clock.now())
      .sort((a, b) => a.dueAt - b.dueAt || a.order - b.order)
  const nextInstant = (): number | null =>
    waiting().reduce<number | null>((min, push) => (min === null ? push.dueAt : Math.min(min, push.dueAt)), null)

  /** Fires by itself what is due now, and in a running clock what will be. An advance does its own firing. */
  const arm = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const next = nextInstant()
    if (stopped || next === null || clock.held()) return
    const wait = next - clock.now()
    if (wait > 0 && clock.mode() === 'frozen') return
    timer = setTimeout(() => void deliverDue(), Math.min(Math.max(wait, 0), 60_000))
    timer.unref()
  }

  const attempt = async (push: Push): Promise<{ made: PushTry; answer: string }> => {
    const begun = clock.real()
    const done = (status: number | null, problem: string | null, answer = ''): { made: PushTry; answer: string } => ({
      made: { at: clock.now(), ms: Math.round((clock.real() - begun) * 10) / 10, status, problem },
      answer,
    })
    const request = sealedRequest(sandbox, push)
    if (request === null) return done(null, 'no callback url')
    try {
      const response = await fetch(request.url, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: request.body,
        signal: deadline(),
      })
      const answer = await response.text()
      return done(response.status, response.status === 200 ? null : `HTTP ${response.status}`, answer)
    } catch (error) {
      const { name } = error as { name?: string }
      return done(null, name === 'TimeoutError' ? 'timeout' : 'network')
    }
  }

  const send = async (push: Push): Promise<void> => {
    const { made, answer } = await attempt(push)
    push.tries.push(made)
    const retried = made.status === null || world.switches.callbackRetry === 'anyFailure'
    if (made.problem === null) {
      push.outcome = 'acked'
      if (push.card !== undefined) applyPassiveReply(sandbox, push.card, answer)
      feed.add(
        'callback.acked',
        `回调 ${push.event} 已被接收，用时 ${made.ms} 毫秒`,
        { id: push.id, event: push.event, try: push.tries.length },
        made.ms,
      )
    } else if (push.tries.length >= tries || !retried) {
      push.outcome = 'givenUp'
      feed.add('callback.givenUp', `回调 ${push.event} 未能送达，不再重试`, {
        id: push.id,
        event: push.event,
        problem: made.problem,
      })
    } else {
      push.dueAt = clock.now() + retryAfterMs
      feed.add('callback.failed', `回调 ${push.event} 第 ${push.tries.length} 次失败，稍后重试`, {
        id: push.id,
        event: push.event,
        problem: made.problem,
      })
    }
    sandbox.dirty()
  }

  const run = async (): Promise<number> => {
    let sent = 0
    for (let next = due()[0]; next !== undefined && !stopped; next = due()[0]) {
      await send(next)
      sent += 1
    }
    return sent
  }

  const deliverDue = async (): Promise<number> => {
    if (running !== null) return running
    running = run()
    try {
      return await running
    } finally {
      running = null
      arm()
    }
  }

  const releaseHeld = (held: Push[]): void => {
    const orders = held.map((push) => push.order).reverse()
    held.forEach((push, index) => {
      push.held = false
      push.order = orders[index] ?? push.order
    })
  }

  const queue = (event: string, text: string, copy: boolean, about: PushAbout | undefined): Push => {
    const { callbackReorder, callbackDelay } = world.faults
    const order = (world.serials['push'] ?? 0) + 1
    world.serials['push'] = order
    const delay = (callbackDelay?.seconds ?? 0) * 1000 + (callbackReorder === undefined ? 0 : holdAtMostMs)
    const push: Push = {
      id: `p${order}`,
      event,
      xml: text,
      queuedAt: clock.now(),
      dueAt: clock.now() + delay,
      order,
      outcome: 'waiting',
      copy,
      held: callbackReorder !== undefined,
      ...about,
      tries: [],
    }
    world.pushes.push(push)
    return push
  }

  clock.onChange(arm)
  arm()
  return {
    push(event, fields, about) {
      const text = xml(fields)
      const { callbackDrop, callbackDuplicate, callbackReorder } = world.faults
      const first = queue(event, text, false, about)
      let drop = false
      if (callbackDrop?.next !== undefined && callbackDrop.next > 0) {
        callbackDrop.next -= 1
        if (callbackDrop.next === 0 && callbackDrop.rate === undefined) delete world.faults.callbackDrop
        drop = true
      }
      if (!drop && callbackDrop?.rate !== undefined) drop = ids.chance(callbackDrop.rate)
      if (drop) {
        first.outcome = 'dropped'
        first.held = false
        feed.add('callback.dropped', `回调 ${event} 被丢弃`, { id: first.id, event })
      } else {
        feed.add('callback.queued', `回调 ${event} 发出`, { id: first.id, event })
        for (let copy = 0; copy < (callbackDuplicate?.copies ?? 0); copy += 1) queue(event, text, true, about)
      }
      const held = waiting().filter((push) => push.held)
      if (callbackReorder !== undefined && held.length >= callbackReorder.batch) {
        releaseHeld(held)
        for (const push of held) push.dueAt = clock.now() + (world.faults.callbackDelay?.seconds ?? 0) * 1000
      }
      if (world.pushes.length > remembered) {
        const surplus = world.pushes.length - remembered
        const old = new Set(world.pushes.filter((push) => push.outcome !== 'waiting').slice(0, surplus))
        world.pushes = world.pushes.filter((push) => !old.has(push))
      }
      sandbox.dirty()
      arm()
    },
    deliverDue,
    nextInstant,
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
