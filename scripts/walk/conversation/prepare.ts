import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { demo } from '../../../packages/sandbox/src/demo'
import { openConsole } from '../sign-in'
import { WAIT_MS } from '../walk'
import type { Walk } from '../walk'

const PROGRAMME = 'type-2-diabetes'
export const PATIENT = demo.users[0].key

/** Does something in the sandbox; `POST /control/{action}`. */
export async function control(walk: Walk, action: string, body: object): Promise<Record<string, unknown>> {
  const { context, url } = walk.options
  return answered(action, await context.request.post(`${url}/control/${action}`, { data: body, timeout: 60_000 }))
}

/** Asks the product's API; with a token as the patient, without as whoever is signed in to the console. */
export async function api(
  walk: Walk,
  method: 'GET' | 'POST',
  path: string,
  { token, body }: { token?: string; body?: object | Buffer } = {},
): Promise<Record<string, unknown>> {
  const { context, url } = walk.options
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : { 'x-suixing': 'console' }
  const sent = body === undefined ? {} : { data: body }
  return answered(path, await context.request.fetch(`${url}/api${path}`, { method, headers, ...sent }))
}

type Answer = Awaited<ReturnType<Walk['options']['context']['request']['post']>>
async function answered(what: string, answer: Answer): Promise<Record<string, unknown>> {
  if (!answer.ok()) throw new Error(`${what} answered ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

/** Signs the patient in to the mini-program's API. */
export async function patientToken(walk: Walk, entry?: string): Promise<string> {
  const { code } = await control(walk, 'login', { user: PATIENT, appid: demo.miniPrograms.patient.appid })
  const session = await api(walk, 'POST', '/patient/session', { body: { code, ...(entry ? { entry } : {}) } })
  return String(session['token'])
}

/**
 * What the first walk shows on screens is done at once here: a contact QR, the scan, the enrolment and an import of glucose. Ends in the
 * chat with the assistant, the physician's phone beside it.
 */
export async function prepare(walk: Walk): Promise<void> {
  const { context, url, files } = walk.options
  walk.console = await context.newPage()
  await openConsole(walk, '/', '2型糖尿病院外管理')
  const way = await api(walk, 'POST', `/console/programmes/${PROGRAMME}/contact-ways`, {
    body: { physicianId: 'linzhiyuan' },
  })
  walk.portal = await context.newPage()
  await walk.portal.goto(url)
  await control(walk, 'scan', { user: PATIENT, state: way['state'] })
  const phone = walk.phone('patient')
  await phone.getByTestId('chat-row').first().click({ timeout: WAIT_MS })
  await phone.getByTestId('link-card').waitFor({ timeout: WAIT_MS })
  const view = await context.request.get(`${url}/view/phones/${PATIENT}`)
  const entry = /entry=([0-9a-f]+)/.exec(await view.text())?.[1] ?? ''
  const token = await patientToken(walk, entry)
  const { enrolments } = (await api(walk, 'GET', '/patient/me', { token })) as { enrolments: { id: string }[] }
  await api(walk, 'POST', `/patient/enrolments/${enrolments[0]?.id ?? ''}/enrol`, {
    token,
    body: {
      consent: { version: '1.0', scopes: ['care'] },
      profile: { diagnosisYear: 2014, therapy: 'insulin' },
      preferences: { hour: 'evening', channel: 'wechat', family: null },
    },
  })
  const query = new URLSearchParams({ mode: 'commit', fileName: basename(files.libre) })
  await api(walk, 'POST', `/patient/glucose-imports?${query.toString()}`, { token, body: readFileSync(files.libre) })
  await phone.getByTestId('link-card').click({ timeout: WAIT_MS })
  await phone.getByTestId('message').filter({ hasText: '我是随行助手' }).first().waitFor({ timeout: WAIT_MS })
}
