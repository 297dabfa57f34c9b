import type { Hono } from 'hono'
import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import { issueLoginCode } from '../world/login-code'

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const style = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f2f4f7;color:#1f2329;
font:16px/1.6 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{width:min(420px,92vw);background:#fff;border-radius:16px;box-shadow:0 8px 40px rgba(20,40,80,.08);padding:36px 32px}
h1{font-size:20px;margin:0 0 4px}p{margin:0;color:#646a73;font-size:14px}
ul{list-style:none;margin:24px 0 0;padding:0;display:grid;gap:10px}
a.member{display:flex;align-items:center;gap:14px;padding:12px 14px;border:1px solid #e5e8ef;border-radius:12px;
color:inherit;text-decoration:none;transition:.15s}a.member:hover,a.member:focus-visible{border-color:#2d6ff2;background:#f5f8ff;outline:none}
.face{flex:none;width:44px;height:44px;border-radius:10px;background:#e1ecff;color:#2457c5;display:grid;place-items:center;font-weight:600}
.name{display:block;font-weight:600}.role{display:block;color:#8a9099;font-size:13px}
.code{color:#c0362c;font-weight:600}`

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style><main>${body}</main></html>`

function problem(code: string, text: string): string {
  return page('无法登录', `<h1>无法登录</h1><p><span class="code">${escape(code)}</span> ${escape(text)}</p>`)
}

/** Whether host and port of a redirect_uri are the app's callback domain or a trusted one (W:98152). */
export function trustedRedirect(sandbox: Sandbox, redirectUri: string): boolean {
  let host: string
  try {
    host = new URL(redirectUri).host
  } catch {
    return false
  }
  const callback = sandbox.world.callbackUrl
  return sandbox.world.trustedDomains.includes(host) || (callback !== null && new URL(callback).host === host)
}

/** The redirect after a member has agreed, with a fresh code. */
export function signedInUrl(sandbox: Sandbox, userid: string, redirectUri: string, state: string): string {
  const code = issueLoginCode(sandbox, 'web', userid, demo.corp.corpid)
  const url = new URL(redirectUri)
  url.searchParams.set('code', code)
  url.searchParams.set('state', state)
  const member = sandbox.world.members.find((one) => one.userid === userid)
  sandbox.feed.add('login.web', `${member?.name ?? userid}扫码登录`, { userid })
  return url.toString()
}

/** The sign-in page of login.work.weixin.qq.com (W:98151): here one taps a name instead of scanning. */
export function mountLoginPage(app: Hono, sandbox: Sandbox): void {
  const check = (query: Record<string, string>): string | null => {
    if (query['appid'] !== demo.corp.corpid) return problem('-31027', 'appid 与企业不符')
    if (query['agentid'] !== String(demo.corp.agentid)) return problem('-31028', 'agentid 不存在')
    if (!trustedRedirect(sandbox, query['redirect_uri'] ?? ''))
      return problem('-31020', 'redirect_uri 与配置的授权完成回调域名不一致')
    return null
  }

  app.get('/wecom/wwlogin/sso/login', (context) => {
    const query = context.req.query()
    const refused = query['login_type'] === 'CorpApp' ? check(query) : problem('-31001', 'login_type 应为 CorpApp')
    if (refused !== null) return context.html(refused, 400)
    const members = sandbox.world.members.map((member) => {
      const choose = new URLSearchParams({ ...query, userid: member.userid }).toString()
      return `<li><a class="member" data-userid="${member.userid}" href="/wecom/wwlogin/sso/choose?${escape(choose)}"><span class="face">${escape(member.name.slice(-2))}</span><span><span class="name">${escape(member.name)}</span><span class="role">${escape(member.position)}</span></span></a></li>`
    })
    return context.html(
      page(
        '企业微信登录',
        `<h1>登录「${demo.corp.agentName}」</h1><p>${demo.corp.name} · 选择以哪位成员的身份登录</p><ul>${members.join('')}</ul>`,
      ),
    )
  })

  app.get('/wecom/wwlogin/sso/choose', (context) => {
    const query = context.req.query()
    const refused = check(query)
    if (refused !== null) return context.html(refused, 400)
    const member = sandbox.world.members.find((one) => one.userid === query['userid'])
    if (member === undefined) return context.html(problem('60111', '成员不存在'), 400)
    if (!member.inScope) return context.html(problem('60011', '你没有使用此应用的权限'), 403)
    return context.redirect(signedInUrl(sandbox, member.userid, query['redirect_uri'] ?? '', query['state'] ?? ''))
  })
}
