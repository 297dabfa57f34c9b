import * as z from 'zod'
import type { ClockMode } from './clock'

/** A product host whose clock follows the sandbox's. */
export interface Follower {
  url: string
  secret: string
}

const answerSchema = z.object({ nextInstant: z.iso.datetime({ offset: true }).nullable(), idle: z.boolean() })

export type FollowerAnswer =
  | { follower: Follower; present: true; nextInstant: number | null; idle: boolean }
  | { follower: Follower; present: false; problem: string }

/** A host may run ninety days of work within one POST; only one that hangs is given up on. */
const patienceMs = 120_000

async function ask(follower: Follower, request: RequestInit): Promise<FollowerAnswer> {
  try {
    const response = await fetch(follower.url, {
      ...request,
      headers: { 'content-type': 'application/json', 'x-suixing-secret': follower.secret },
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!response.ok) return { follower, present: false, problem: `HTTP ${response.status}` }
    const answer = answerSchema.parse(await response.json())
    const nextInstant = answer.nextInstant === null ? null : Date.parse(answer.nextInstant)
    return { follower, present: true, nextInstant, idle: answer.idle }
  } catch (error) {
    return { follower, present: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Asks every follower what it has scheduled next. */
export function askFollowers(followers: readonly Follower[]): Promise<FollowerAnswer[]> {
  return Promise.all(followers.map((follower) => ask(follower, { method: 'GET' })))
}

/** Sets every follower's clock; each answers after it has run what is due. One that is away is answered, not thrown. */
export function tellFollowers(followers: readonly Follower[], now: number, mode: ClockMode): Promise<FollowerAnswer[]> {
  const body = JSON.stringify({ now: new Date(now).toISOString(), mode })
  return Promise.all(followers.map((follower) => ask(follower, { method: 'POST', body })))
}

/** The urls and reasons of those that did not answer. */
export function away(answers: readonly FollowerAnswer[]): { url: string; problem: string }[] {
  return answers.flatMap((answer) => (answer.present ? [] : [{ url: answer.follower.url, problem: answer.problem }]))
}
