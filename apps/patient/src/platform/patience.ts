/**
 * How long an answer is waited for, ms: a request that hangs would hold up every message behind it. Bytes over a slow network
 * take their time.
 */
export const patienceMs = (body: string | ArrayBuffer | undefined): number =>
  typeof body === 'object' ? 60_000 : 15_000
