import { demo } from '../../packages/sandbox/src/demo'
import { expected } from './stage'
import type { Stage } from './stage'

export const PROGRAMME = 'type-2-diabetes'

/** A patient who has signed in to the mini-program. */
export interface Newcomer {
  readonly user: string
  readonly token: string
  readonly patientId: string
}

/** State of the contact QR of a physician. */
export async function contactWay(
  stage: Stage,
  cookie: string,
  physicianId: string,
  programmeId = PROGRAMME,
): Promise<string> {
  const path = `/api/console/programmes/${programmeId}/contact-ways`
  return String(expected(await stage.call('POST', path, { cookie, body: { physicianId } }))['state'])
}

/** Opens the mini-program from the card of the welcome, signs in and enrols. */
export async function join(stage: Stage, user: string): Promise<Newcomer> {
  const phone = JSON.stringify(await stage.view(`phones/${user}`))
  const entry = /entry=([0-9a-f]+)/.exec(phone)?.[1]
  const { code } = await stage.control('login', { user, appid: demo.miniPrograms.patient.appid })
  const session = await stage.call('POST', '/api/patient/session', { body: { code, ...(entry ? { entry } : {}) } })
  const token = String(expected(session)['token'])
  const me = expected(await stage.call('GET', '/api/patient/me', { token })) as unknown as {
    patient: { id: string }
    enrolments: { id: string }[]
  }
  const enrolmentId = me.enrolments[0]?.id
  if (!enrolmentId) throw new Error(`${user} was not invited`)
  expected(
    await stage.call('POST', `/api/patient/enrolments/${enrolmentId}/enrol`, {
      token,
      body: {
        consent: { version: '1.0', scopes: ['care'] },
        profile: { diagnosisYear: 2014, therapy: 'insulin' },
        preferences: { hour: 'evening', channel: 'wechat', family: null },
      },
    }),
  )
  return { user, token, patientId: me.patient.id }
}

/** Opens the assistant's chat from the mini-program. */
export async function enter(stage: Stage, { user, token }: Pick<Newcomer, 'user' | 'token'>): Promise<void> {
  const { url } = expected(await stage.call('GET', '/api/patient/assistant-link', { token }))
  await stage.control('enter', { user, url })
}
