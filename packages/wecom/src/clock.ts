/** Business time: token life, call windows. */
export interface Clock {
  now(): Date
}

/** Pauses for real milliseconds; tests replace it. Rejects when the signal is aborted. */
export type Delay = (milliseconds: number, signal?: AbortSignal) => Promise<void>

export const realDelay: Delay = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const aborted = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', aborted, { once: true })
  })

/** Waits before the first, second and third retry, in milliseconds. */
export const backOff: readonly number[] = [250, 1000, 3000]
