import { demo } from '@suixing/sandbox'
import type { World } from './world'

/** Signs a member in to the console as a browser does; answers the session cookie. */
export async function signInConsole(world: World, userid: string): Promise<string> {
  const begun = await world.call('GET', '/api/console/sign-in/wecom')
  const login = new URL(begun.headers.get('location') ?? '')
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { url } = (await world.sandbox.control('web-login', {
    userid,
    redirectUri: login.searchParams.get('redirect_uri'),
    state: login.searchParams.get('state'),
  })) as { url: string }
  const back = new URL(url)
  const ended = await world.call('GET', `${back.pathname}${back.search}`, { headers: { cookie } })
  return (ended.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

/** Signs a physician in to the mini-program inside WeCom; answers the token. */
export async function signInPhysician(world: World, userid = 'linzhiyuan'): Promise<string> {
  const { code } = (await world.sandbox.control('member-login', {
    userid,
    appid: demo.miniPrograms.physician.appid,
  })) as { code: string }
  return (await world.call('POST', '/api/physician/session', { body: { code, environment: 'wecom' } })).body.token
}

/** Signs a WeChat user in to the patient mini-program. */
export async function signInPatient(
  world: World,
  user: string,
  entry?: string,
): Promise<{ token: string; linked: boolean }> {
  const { code } = (await world.sandbox.control('login', { user, appid: demo.miniPrograms.patient.appid })) as {
    code: string
  }
  return (await world.call('POST', '/api/patient/session', { body: { code, ...(entry ? { entry } : {}) } })).body
}
