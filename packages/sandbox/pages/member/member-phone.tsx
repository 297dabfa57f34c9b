import { useState } from 'react'
import { AppWindow, Headset, MessageSquareText, UsersRound } from 'lucide-react'
import { chooseFile, chooseImage } from '../mini-program/choose-file'
import { PhoneRefusal } from '../mini-program/bridge'
import type { Phone } from '../mini-program/bridge'
import { appAddress, launchOf } from '../mini-program/launch'
import { MiniProgram } from '../mini-program/mini-program'
import { voiceRecorder } from '../mini-program/voice-recorder'
import type { AnsweredRequest } from '../mini-program/watch-requests'
import { PhoneScreen, SandboxStrip } from '../phone/frame'
import { useOverlays } from '../phone/overlays'
import { Trouble } from '../phone/patient-phone'
import { appOf } from '../phone/apps'
import { clockFace } from '../sandbox/clock-face'
import { control } from '../sandbox/control'
import type { View } from '../sandbox/use-view'
import type { MemberView, StateView } from '../sandbox/views'
import { Customers } from './customers'
import { Inbox } from './inbox'
import { KfPage } from './kf-page'
import type { CardTap } from './template-card'
import './member.css'

export type MemberTab = 'app' | 'inbox' | 'kf' | 'customers'

/** A member's phone with WeCom: the physician mini-program, application messages, and the customers. */
export function MemberPhone(props: {
  userid: string
  member: View<MemberView>
  state: View<StateView>
  tab: MemberTab
  onTab: (tab: MemberTab) => void
  refresh: () => void
  onAnswered?: (request: AnsweredRequest) => void
}) {
  const { userid, member, state, tab, onTab } = props
  const app = appOf(state.value, 'physician')
  const [opened, setOpened] = useState({ page: '', serial: 1 })
  const [trouble, setTrouble] = useState<string | null>(null)
  const [recordVoice] = useState(() => voiceRecorder())
  const overlays = useOverlays()
  const now = member.value?.now ?? 0
  const launch = launchOf(opened.page, app.firstPath)
  const phone: Phone = {
    environment: () => ({ app: 'wecom', statusBarHeight: 44, launch }),
    login: () => Promise.reject(new PhoneRefusal('login:fail only in WeChat')),
    qyLogin: () =>
      control<{ code: string }>('member-login', { userid, appid: app.appid }).then(({ code }) => ({ code })),
    openCustomerServiceChat: () => Promise.reject(new PhoneRefusal('openCustomerServiceChat:fail not in WeCom')),
    requestSubscribeMessage: () => Promise.reject(new PhoneRefusal('requestSubscribeMessage:fail not in WeCom')),
    chooseFile: () => chooseFile(document),
    chooseImage: (params) => chooseImage(document, params),
    recordVoice,
    previewImage: overlays.previewImage,
    makePhoneCall: overlays.makePhoneCall,
    close() {
      onTab('inbox')
      return {}
    },
  }
  const open = (page: string): void => {
    setOpened((old) => ({ page, serial: old.serial + 1 }))
    onTab('app')
  }
  /** Does something through the sandbox; what goes wrong stands on the phone until the next thing done. */
  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
    setTrouble(null)
    try {
      await work()
      return true
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : '没有做成，请再试一次')
      return false
    } finally {
      props.refresh()
    }
  }
  const tapCard = (messageId: string, tap: CardTap): void =>
    void act(async () => {
      const led = await control<{ opens: string; url?: string; path?: string }>('card-tap', {
        userid,
        messageId,
        ...tap,
      })
      if (led.opens === 'miniprogram') open(led.path ?? '')
      else if (led.opens === 'web') window.open(led.url, '_blank', 'noopener')
    })
  const waiting = member.value?.kf.some((desk) => desk.sessions.some((one) => one.place === 'waiting')) === true
  const tabs = (
    <nav className="wecom-tabs" aria-label="企业微信">
      <Tab name="消息" on={tab === 'inbox'} icon={MessageSquareText} testId="tab-inbox" go={() => onTab('inbox')} />
      <Tab name="微信客服" news={waiting} on={tab === 'kf'} icon={Headset} testId="tab-kf" go={() => onTab('kf')} />
      <Tab
        name="客户"
        on={tab === 'customers'}
        icon={UsersRound}
        testId="tab-customers"
        go={() => onTab('customers')}
      />
      <Tab name="小程序" on={false} icon={AppWindow} testId="tab-app" go={() => onTab('app')} />
    </nav>
  )
  return (
    <PhoneScreen
      time={clockFace(now).time}
      name={`${member.value?.member.name ?? ''}的企业微信`}
      testId={`member-${userid}`}
    >
      {tab === 'kf' && member.value !== null ? (
        <div className="page wecom">
          <KfPage
            userid={userid}
            view={member.value}
            now={now}
            act={act}
            onPreview={(url) => void overlays.previewImage({ urls: [url] })}
            tabs={tabs}
          />
        </div>
      ) : tab === 'app' ? null : (
        <div className="page wecom">
          <div className="page-nav">{tab === 'inbox' ? '消息' : tab === 'kf' ? '微信客服' : '客户'}</div>
          <SandboxStrip>沙箱企业微信 · 消息不会发到真实企业微信</SandboxStrip>
          <div className="page-body" tabIndex={0}>
            {member.value === null ? (
              <div className="skeleton" style={{ height: 72, margin: 16 }} />
            ) : tab === 'inbox' ? (
              <Inbox messages={member.value.inbox} now={now} onOpen={open} onCard={tapCard} />
            ) : (
              <Customers customers={member.value.customers} now={now} />
            )}
          </div>
          {tabs}
        </div>
      )}
      {state.value === null ? null : (
        <MiniProgram
          key={opened.serial}
          address={appAddress({ url: app.url, phone: userid, environment: 'wecom', launch })}
          name={app.name}
          shown={tab === 'app'}
          phone={phone}
          onClose={() => onTab('inbox')}
          {...(props.onAnswered ? { onAnswered: props.onAnswered } : {})}
        />
      )}
      {overlays.element}
      <Trouble text={member.status === 'unreachable' ? '连不上沙箱，正在重试。消息都还在。' : trouble} />
    </PhoneScreen>
  )
}

function Tab(props: {
  name: string
  on: boolean
  news?: boolean
  icon: typeof AppWindow
  testId: string
  go: () => void
}) {
  return (
    <button type="button" aria-current={props.on ? 'page' : undefined} data-testid={props.testId} onClick={props.go}>
      {props.news ? <i className="news" aria-label="有人在等" /> : null}
      <props.icon size={24} strokeWidth={1.7} aria-hidden="true" />
      {props.name}
    </button>
  )
}
