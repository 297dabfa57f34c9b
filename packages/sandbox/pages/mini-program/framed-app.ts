export type FramedWindow = Window & typeof globalThis

/**
 * The window of a loaded frame, when an app of this origin came in it. Null for the browser's own error page, which
 * belongs to nobody, and for an answer of 400 or more.
 */
export function framedApp(frame: HTMLIFrameElement): FramedWindow | null {
  const app = frame.contentWindow as FramedWindow | null
  try {
    if (app === null || app.location.origin !== location.origin) return null
    const [loading] = app.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return loading && loading.responseStatus >= 400 ? null : app
  } catch {
    return null
  }
}
