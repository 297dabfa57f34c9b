import { WecomInputRefused } from './errors'

export interface SignInUrl {
  corpId: string
  agentId: string
  /** Not encoded; host and port must be the app's trusted domain. */
  redirectUri: string
  /** Random, bound to a cookie, single use: 1 to 128 letters and digits (hex, not base64url). */
  state: string
  /** Without trailing slash; the sandbox takes the place of WeCom's host here. */
  baseUrl?: string
}

function checkState(state: string): void {
  if (!/^[A-Za-z0-9]{1,128}$/.test(state))
    throw new WecomInputRefused('sign-in', 'state', '1 to 128 letters and digits')
}

/** Address of the desktop QR sign-in (document 98152). @throws WecomInputRefused */
export function webLoginUrl({
  corpId,
  agentId,
  redirectUri,
  state,
  baseUrl,
  lang,
}: SignInUrl & { lang?: 'zh' | 'en' }): string {
  checkState(state)
  const query = new URLSearchParams({
    login_type: 'CorpApp',
    appid: corpId,
    agentid: agentId,
    redirect_uri: redirectUri,
    state,
    lang: lang ?? 'zh',
  })
  return `${baseUrl ?? 'https://login.work.weixin.qq.com'}/wwlogin/sso/login?${query}`
}

/**
 * Address of the OAuth sign-in inside WeCom (document 91022).
 * `snsapi_privateinfo` asks the member for a user ticket. @throws WecomInputRefused
 */
export function oauthUrl({
  corpId,
  agentId,
  redirectUri,
  state,
  baseUrl,
  scope,
}: SignInUrl & { scope?: 'snsapi_base' | 'snsapi_privateinfo' }): string {
  checkState(state)
  const query = new URLSearchParams({
    appid: corpId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scope ?? 'snsapi_base',
    state,
    agentid: agentId,
  })
  return `${baseUrl ?? 'https://open.weixin.qq.com'}/connect/oauth2/authorize?${query}#wechat_redirect`
}
