import type { Logger } from './log'
import type { Workshop } from './workshop'

/** Queues of durable work. */
export type QueueName = 'inbox' | 'kf' | 'patients' | 'messages' | 'media' | 'escalations'

/**
 * Says that there is work. A hint only: the work is durable before, and a timer finds what no nudge reached.
 * Resolves when the hint has been taken, never with the work itself, and never rejects.
 */
export type Nudge = (queue: QueueName) => Promise<void>

/** Where the process lives on after its answer: the queue runs here. */
export const inProcessNudge =
  (workshop: Workshop): Nudge =>
  (queue) => {
    workshop.nudge(queue)
    return Promise.resolve()
  }

const ACCEPT_MS = 300

/**
 * Where an instance may freeze once it has answered: a request of its own to the host's drain timer, which keeps an instance awake
 * until the queues are empty. It is waited for at most 300 ms; by then it has been accepted or the timer a few seconds later does it.
 */
export function postedNudge({
  url,
  secret,
  log,
}: {
  readonly url: string
  readonly secret: string
  readonly log: Logger
}): Nudge {
  return async (queue) => {
    const sent = fetch(`${url}/__invoke/drain`, { method: 'POST', headers: { 'x-suixing-secret': secret } })
      .then((response) => response.arrayBuffer())
      .catch(() => log.warn({ queue }, 'nudge was not taken; the timer will find the work'))
    let timer: NodeJS.Timeout | undefined
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ACCEPT_MS)
    })
    await Promise.race([sent, waited])
    clearTimeout(timer)
  }
}
