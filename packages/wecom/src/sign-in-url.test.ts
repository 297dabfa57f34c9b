import { oauthUrl, webLoginUrl } from './sign-in-url'

const signIn = { corpId: 'ww1', agentId: '1000002', redirectUri: 'https://a.example/back?x=1', state: 'abc123' }

it('web sign-in', () => {
  const url = new URL(webLoginUrl(signIn))
  expect(url.origin + url.pathname).toBe('https://login.work.weixin.qq.com/wwlogin/sso/login')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    login_type: 'CorpApp',
    appid: 'ww1',
    agentid: '1000002',
    redirect_uri: signIn.redirectUri,
    state: 'abc123',
    lang: 'zh',
  })
})

it('sign-in inside WeCom ends with its fragment', () => {
  const url = oauthUrl({ ...signIn, scope: 'snsapi_privateinfo', baseUrl: 'http://127.0.0.1:4000/wecom' })
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:4000\/wecom\/connect\/oauth2\/authorize\?appid=ww1&/)
  expect(url).toContain('redirect_uri=https%3A%2F%2Fa.example%2Fback%3Fx%3D1&')
  expect(url).toMatch(/&agentid=1000002#wechat_redirect$/)
})

it.each(['', 'a-b', 'a_b', '中', 'x'.repeat(129)])('refuses state %j', (state) => {
  for (const build of [webLoginUrl, oauthUrl])
    expect(() => build({ ...signIn, state })).toThrow(expect.objectContaining({ code: 'limit', field: 'state' }))
})
