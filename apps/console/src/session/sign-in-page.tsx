import { Button, Divider } from 'antd'
import { TriangleAlert } from 'lucide-react'
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'
import { codeWords } from '../api/failure-words'
import { useAnswer } from '../api/use-answer'
import { Answered } from '../states/answered'
import { Mark } from '../states/mark'
import { PasswordForm } from './password-form'

/** Address at which the host starts the WeCom sign-in; it answers with a redirect, so this is a link and not a call. */
export const wecomSignInAddress = '/api/console/sign-in/wecom'

/** Signing in, in the ways the host offers; `?error=` carries the code of a redirect that came back without a session. */
export function SignInPage() {
  const ways = useAnswer('consoleSignInWays', {}, 'once')
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const from = (useLocation().state as { from?: string } | null)?.from ?? '/'
  const error = search.get('error')
  const words = error ? codeWords(error) : null
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="row gap12" style={{ marginBottom: 24 }}>
          <Mark size={44} />
          <div>
            <h1 style={{ fontSize: 20, lineHeight: '28px' }}>随行 · 运营台</h1>
            <div className="second">院外陪伴，从这里安排</div>
          </div>
        </div>
        {words ? (
          <div className="notice" role="alert" style={{ marginBottom: 16 }}>
            <TriangleAlert size={20} strokeWidth={1.7} color="var(--warn)" />
            <div>
              <b>{words.title}</b>
              <div className="second">{words.next}</div>
            </div>
          </div>
        ) : null}
        <Answered query={ways} rows={2}>
          {({ ways: offered }) => (
            <>
              {offered.includes('wecom') ? (
                <Button type="primary" size="large" block href={wecomSignInAddress}>
                  用企业微信登录
                </Button>
              ) : null}
              {offered.length > 1 ? <Divider plain>或用账号</Divider> : null}
              {offered.includes('password') ? (
                <PasswordForm
                  emphasis={offered.includes('wecom') ? 'default' : 'primary'}
                  onSignedIn={() => void navigate(from, { replace: true })}
                />
              ) : null}
              {offered.length === 0 ? <div className="second">还没有开通登录方式，请联系管理员。</div> : null}
            </>
          )}
        </Answered>
        <p className="caption" style={{ marginTop: 20 }}>
          登录后只看得到您所在项目的患者。
        </p>
      </div>
    </main>
  )
}
