import * as z from 'zod'

const rate = z.number().min(0).max(1)
const count = z.int().min(0)

/** Why a kf message failed after errcode 0 (W:94670): 4 after 48 h, 5 session closed, 6 sixth message, 10 refused. */
const failTypes = [0, 1, 2, 4, 5, 6, 8, 10, 11, 12, 13] as const

/** Knobs that make the vendor misbehave as it is documented, or known, to. README.md says what each does. */
export const faultSchemas = {
  /** Callbacks that never leave: a share of all, or just the next n. */
  callbackDrop: z.object({ rate: rate.optional(), next: count.optional() }),
  /** Extra copies of each callback. */
  callbackDuplicate: z.object({ copies: count }),
  /** Callbacks are held until `batch` are waiting (or 5 s passed), then leave in reverse order. */
  callbackReorder: z.object({ batch: z.int().min(2) }),
  /** Business seconds between an event and its first push. */
  callbackDelay: z.object({ seconds: z.number().min(0) }),
  /** Tokens issued from now on die after so many seconds whatever expires_in said; 0 also kills those alive. */
  tokenEarlyDeath: z.object({ seconds: z.number().min(0) }),
  /** 60020: the caller's address is not trusted. */
  callerNotTrusted: z.object({}),
  /** The next n sync_msg calls that have something to tell answer an empty page with has_more = 1. */
  kfEmptyPage: z.object({ next: count }),
  /** The next n kf messages are accepted (errcode 0) and then fail with this fail_type. */
  kfSendFail: z.object({ next: count, failType: z.literal(failTypes).default(10) }),
  /** media/get of more bytes than this at once answers 830002, so that small media too are fetched in ranges. */
  mediaTooLarge: z.object({ bytes: z.int().min(1) }),
  /** The next n welcome messages meet 41096: another app is sending. */
  welcomeElsewhere: z.object({ next: count }),
  /** The next n calls of an API (its path's tail; all when absent) answer this errcode; -1 is "busy". */
  apiError: z.object({ api: z.string().optional(), errcode: z.int(), next: count }),
  /** The next n calls of an API answer a bare HTTP status, as a proxy in between would. */
  httpStatus: z.object({ api: z.string().optional(), status: z.int().min(400).max(599), next: count }),
  /** A smaller quota than 10,000 calls a minute for an API (its path's tail; all when absent): 45009 for 60 s. */
  quota: z.object({ api: z.string().optional(), perMinute: z.int().min(1) }),
  /** Fewer calls of an API at once than 200: 45033. */
  concurrency: z.object({ api: z.string().optional(), atOnce: z.int().min(1) }),
  /** Real milliseconds every vendor call takes, so that concurrent calls meet. */
  latency: z.object({ milliseconds: z.number().min(0).max(60_000) }),
}

export type FaultName = keyof typeof faultSchemas
export type Faults = { -readonly [K in FaultName]?: z.infer<(typeof faultSchemas)[K]> }

/** Takes one from a `next` counter; the knob is removed when the last is taken. Answers whether there was one. */
export function takeOne(
  faults: Faults,
  name: 'kfEmptyPage' | 'kfSendFail' | 'welcomeElsewhere' | 'apiError' | 'httpStatus',
): boolean {
  const fault = faults[name]
  if (fault === undefined) return false
  if (fault.next <= 0) {
    delete faults[name]
    return false
  }
  fault.next -= 1
  if (fault.next === 0) delete faults[name]
  return true
}
