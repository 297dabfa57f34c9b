import { useState } from 'react'
import { SandboxStrip } from '../phone/frame'
import type { At } from '../sandbox/clock-face'
import { control } from '../sandbox/control'
import type { MemberView } from '../sandbox/views'
import { KfDesk } from './kf-desk'
import { KfSession } from './kf-session'
import type { SessionActs } from './kf-session'
import type { ReactNode } from 'react'

/** The 微信客服 tab: the desks of the accounts a member serves, or one session opened from them. */
export function KfPage(props: {
  userid: string
  view: MemberView
  now: At
  act: (work: () => Promise<unknown>) => Promise<boolean>
  onPreview: (url: string) => void
  tabs: ReactNode
}) {
  const { userid, view, act } = props
  const [opened, setOpened] = useState<{ openKfid: string; user: string } | null>(null)
  const desk = view.kf.find((one) => one.openKfid === opened?.openKfid)
  const session = desk?.sessions.find((one) => one.user === opened?.user)

  const actsFor = (at: { openKfid: string; user: string }): SessionActs => {
    const ask = (action: string, more: object = {}): Promise<boolean> =>
      act(() => control(action, { userid, user: at.user, openKfid: at.openKfid, ...more }))
    return {
      say: (what) => ask('kf-say', what),
      recall: (messageId) => ask('kf-recall', { messageId }),
      transfer: (to) => ask('kf-transfer', { to }),
      end: () => ask('kf-end'),
      reopen: () => ask('kf-reopen'),
      take: () => ask('kf-take'),
      reject: (rejects) => ask('kf-reject', { rejects }),
    }
  }

  if (desk && session)
    return (
      <KfSession
        desk={desk}
        session={session}
        userid={userid}
        now={props.now}
        acts={actsFor(session)}
        onPreview={props.onPreview}
        onBack={() => setOpened(null)}
      />
    )
  return (
    <>
      <div className="page-nav">微信客服</div>
      <SandboxStrip>沙箱企业微信 · 消息不会发到真实企业微信</SandboxStrip>
      <div className="page-body" tabIndex={0}>
        {view.kf.length === 0 ? (
          <p className="page-empty" data-testid="kf-empty">
            您还不是接待人员。
            <br />
            加进一个客服账号后，等候的客户会出现在这里。
          </p>
        ) : (
          view.kf.map((one) => (
            <KfDesk
              key={one.openKfid}
              desk={one}
              now={props.now}
              onReceive={(receiving) =>
                void act(() =>
                  control('servicer', {
                    userid,
                    openKfid: one.openKfid,
                    receiving: receiving === 'on',
                    paused: receiving === 'paused',
                  }),
                )
              }
              onTake={(at) =>
                void actsFor(at)
                  .take()
                  .then((taken) => (taken ? setOpened(at) : undefined))
              }
              onOpen={setOpened}
            />
          ))
        )}
      </div>
      {props.tabs}
    </>
  )
}
