import './jsdom-browser'
import { configure, render } from '@testing-library/react'
import { createMemoryRouter, type RouteObject } from 'react-router-dom'
import { createCall } from '../src/api/call'
import { ConsoleApp, createQueryClient } from '../src/console-app'
import { consoleRoutes } from '../src/console-routes'
import { signedOutAddress } from '../src/session/signed-out-address'
import { answerAs, workingAnswers, type Answers } from './fixture-answers'

// Whole pages are searched by role: leaving out the look of every ancestor makes that ten times faster. The time-outs only end a wait that would never end.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 })
jest.setTimeout(30_000)

/** One request the console made. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** The whole console (or the routes given) at one address, over a fetch that answers from fixtures. `answer` replaces an answer while it runs. */
export function renderConsole(path: string, changed: Answers = {}, routes: RouteObject[] = consoleRoutes) {
  const requests: Request[] = []
  let answers: Answers = { ...workingAnswers, ...changed }
  const fetcher = ((address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://console')
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body
    const method = init.method ?? 'GET'
    requests.push({
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: init.headers as Record<string, string>,
      body,
    })
    const answer = answerAs(answers, method, url, body)
    if (!answer) return new Promise<Response>(() => {})
    return Promise.resolve({
      ok: answer.status < 300,
      status: answer.status,
      json: () => Promise.resolve(answer.body),
    } as Response)
  }) as typeof fetch
  const router = createMemoryRouter(routes, { initialEntries: [path] })
  const queryClient = createQueryClient()
  const call = createCall(fetcher, (code) => {
    if (router.state.location.pathname !== '/sign-in') void router.navigate(signedOutAddress(code), { replace: true })
  })
  const view = render(<ConsoleApp call={call} queryClient={queryClient} router={router} />)
  return { ...view, router, requests, answer: (more: Answers) => void (answers = { ...answers, ...more }) }
}
