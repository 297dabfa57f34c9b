/** What a timer function needs to know; the same names are in serverless.yml. */
interface TimerSettings {
  /** Address of the host, without trailing slash. */
  readonly HOST_URL?: string | undefined
  readonly HOST_SECRET?: string | undefined
  /** Name of the timer as the code declares it. */
  readonly TIMER_NAME?: string | undefined
}

/** Under the function's own time-out, so that what happened is told and not cut off. */
const GIVES_UP_AFTER_MS = 50_000

/**
 * Calls a timer of the host: POST /__invoke/NAME with the host's secret. A web function of Tencent SCF takes no timer
 * trigger (document 56124), so each timer is a small event function that runs this.
 * @returns what the timer answered
 * @throws Error naming the setting that is missing, or the status; never the secret or the address
 */
export async function callTimer(settings: TimerSettings): Promise<string> {
  const { HOST_URL: url, HOST_SECRET: secret, TIMER_NAME: name } = settings
  if (!url || !secret || !name) {
    const missing = (['HOST_URL', 'HOST_SECRET', 'TIMER_NAME'] as const).filter((key) => !settings[key])
    throw new Error(`timer: ${missing.join(', ')} not set`)
  }
  const response = await fetch(`${url}/__invoke/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'x-suixing-secret': secret },
    signal: AbortSignal.timeout(GIVES_UP_AFTER_MS),
  })
  // The platform runs a failed event again, and a timer may run any number of times.
  if (!response.ok) throw new Error(`timer ${name}: the host answered ${response.status}`)
  return response.text()
}

/** Handler `timer.main` of the event function. */
export const main = (): Promise<string> => callTimer(process.env)
