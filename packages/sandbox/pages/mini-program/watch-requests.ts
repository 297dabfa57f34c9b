import type { FramedWindow } from './framed-app'

/** A request of the app in a frame that was answered well. `ms` is real time. */
export interface AnsweredRequest {
  path: string
  ms: number
}

/**
 * Tells which product routes the app in a same-origin frame has called with success. The walk uses it to see that
 * somebody enrolled or imported, which no vendor API tells. Answers how to stop.
 */
export function watchRequests(frame: FramedWindow, told: (request: AnsweredRequest) => void): () => void {
  if (!('PerformanceObserver' in frame)) return () => {}
  const observer = new frame.PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const url = new URL(entry.name, location.origin)
      if (url.origin !== location.origin || !url.pathname.startsWith('/api/')) continue
      if (entry.responseStatus < 200 || entry.responseStatus > 299) continue
      told({ path: url.pathname, ms: entry.duration })
    }
  })
  observer.observe({ type: 'resource', buffered: true })
  return () => observer.disconnect()
}
