import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { ChevronLeft } from 'lucide-react'
import type { Attachment } from '../wechat/attach-panel'
import { Chat } from '../wechat/chat'
import { ChatList } from '../wechat/chat-list'
import { ScanSheet } from '../wechat/scan-sheet'
import { SubscribeSheet } from '../wechat/subscribe-sheet'
import type { AskedTemplate } from '../wechat/subscribe-sheet'
import type { Tapped } from '../../src/control/tap-action'
import { appAddress, launchOf } from '../mini-program/launch'
import { MiniProgram } from '../mini-program/mini-program'
import { voiceRecorder } from '../mini-program/voice-recorder'
import type { AnsweredRequest } from '../mini-program/watch-requests'
import { clockFace } from '../sandbox/clock-face'
import { control } from '../sandbox/control'
import type { ChatView, ContactCode, PhoneView, StateView, ViewedMessage } from '../sandbox/views'
import type { View } from '../sandbox/use-view'
import { PhoneScreen } from './frame'
import { topOf } from './navigation'
import type { Navigation, Step } from './navigation'
import { useOverlays } from './overlays'
import { patientBridge } from './patient-bridge'
import { appOf } from './apps'
import { enterKf, scanCode } from './wechat-acts'
import '../wechat/wechat.css'

/** What the owner of a phone hands it: who, the views it draws, and where it stands. */
export interface PatientPhoneProps {
  user: string
  phone: View<PhoneView>
  state: View<StateView>
  navigation: Navigation
  go: (step: Step) => void
  refresh: () => void
  scanning: boolean
  onScanning: (open: boolean) => void
  onAnswered?: (request: AnsweredRequest) => void
}

/** A patient's phone: WeChat, and the mini-program in it. */
export function PatientPhone(props: PatientPhoneProps) {
  const { user, phone, state, navigation, go, refresh } = props
  const [trouble, setTrouble] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ templates: AskedTemplate[]; decide: (accepted: string[]) => void } | null>(null)
  const [offered, setOffered] = useState<{ chatId: string; title: string; path: string } | null>(null)
  const [recordVoice] = useState(() => voiceRecorder())
  const overlays = useOverlays()
  const top = topOf(navigation)
  const app = appOf(state.value, 'patient')
  const now = phone.value?.now ?? 0
  const chats = phone.value?.chats ?? []
  const chat = top.kind === 'chat' ? chats.find((one) => one.id === top.chatId) : undefined
  const unread = chat && chat.unread > 0 ? chat.id : null

  useEffect(() => {
    if (unread) void control('read', { user, chatId: unread }).then(refresh, () => {})
  }, [user, unread, refresh])

  /** Does something through the sandbox; what goes wrong stands on the phone until the next thing done. */
  const act = async (work: () => Promise<void>): Promise<boolean> => {
    setTrouble(null)
    try {
      await work()
      return true
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : '没有做成，请再试一次')
      return false
    } finally {
      refresh()
    }
  }
  const openApp = (path: string | null): void =>
    go({ do: 'open-app', appid: app.appid, path, firstPath: app.firstPath })
  const tapped = (of: ChatView, message: ViewedMessage, index: number): void =>
    void act(async () => {
      const led = await control<Tapped>('tap', { user, chatId: of.id, messageId: message.id, index })
      if (led.opens === 'miniprogram') openApp(led.path)
      else if (led.opens === 'kf') go({ do: 'open-chat', chatId: led.chatId })
      else if (led.opens === 'web') window.open(led.url, '_blank', 'noopener')
    })
  const attach = (to: ChatView, what: Attachment): Promise<boolean> =>
    act(() => control('send', { user, openKfid: to.openKfid, ...what }))
  const scan = (code: ContactCode): void =>
    void act(async () => {
      props.onScanning(false)
      go({ do: 'open-chat', chatId: await scanCode(user, code.configId) })
    })
  const bridge = patientBridge({
    user,
    app,
    recordVoice,
    overlays,
    enter: async (kf) => {
      const chatId = await enterKf(user, kf.url, 'native')
      setOffered(
        kf.showMessageCard ? { chatId, title: kf.sendMessageTitle ?? app.name, path: kf.sendMessagePath ?? '' } : null,
      )
      go({ do: 'open-chat', chatId })
    },
    close: () => go({ do: 'back' }),
    ask: (ids) =>
      new Promise((resolve) => {
        const titles = state.value?.templates ?? []
        setAsked({
          templates: ids.map((id) => ({ id, title: titles.find((one) => one.id === id)?.title ?? '服务通知' })),
          decide: (accepted) => {
            setAsked(null)
            resolve(accepted)
          },
        })
      }),
  })

  return (
    <PhoneScreen time={clockFace(now).time} name={`${phone.value?.user.name ?? ''}的手机`} testId={`phone-${user}`}>
      {top.kind === 'home' ? (
        <Page>
          <ChatList
            chats={chats}
            now={now}
            loading={phone.value === null}
            onOpen={(chatId) => go({ do: 'open-chat', chatId })}
            onScan={() => props.onScanning(true)}
            onMiniProgram={() => openApp(null)}
          />
        </Page>
      ) : null}
      {top.kind === 'chat' ? (
        <Page>
          {chat ? (
            <Chat
              chat={chat}
              now={now}
              patientName={phone.value?.user.name ?? ''}
              appName={(appid) => state.value?.miniPrograms.find((one) => one.appid === appid)?.name ?? '随行'}
              onBack={() => go({ do: 'back' })}
              onSend={(text) =>
                act(() =>
                  control('say', {
                    user,
                    ...(chat.openKfid ? { openKfid: chat.openKfid } : { userid: chat.userid }),
                    text,
                  }),
                )
              }
              onAttach={chat.openKfid === null ? undefined : (what) => attach(chat, what)}
              onTap={(message, tap) => tapped(chat, message, tap)}
              onPreview={(url) => void overlays.previewImage({ urls: [url] })}
              onRecall={
                chat.openKfid === null
                  ? undefined
                  : ({ id }) => void act(() => control('recall', { user, openKfid: chat.openKfid, messageId: id }))
              }
              offered={
                offered?.chatId !== chat.id
                  ? undefined
                  : {
                      title: offered.title,
                      onDrop: () => setOffered(null),
                      onSend: () => {
                        const { title, path } = offered
                        setOffered(null)
                        void attach(chat, {
                          msgtype: 'miniprogram',
                          title,
                          appid: app.appid,
                          pagepath: path || app.firstPath,
                        })
                      },
                    }
              }
            />
          ) : (
            <>
              <div className="page-nav">
                <button type="button" className="back" aria-label="返回" onClick={() => go({ do: 'home' })}>
                  <ChevronLeft size={26} aria-hidden="true" />
                </button>
              </div>
              <div className="skeleton" style={{ height: 72, margin: 16 }} aria-label="正在读取聊天" />
            </>
          )}
        </Page>
      ) : null}
      {navigation.apps.map((open) => {
        const launch = launchOf(open.path, app.firstPath)
        return (
          <MiniProgram
            key={`${open.appid} ${open.serial}`}
            address={appAddress({ url: app.url, phone: user, environment: 'wechat', launch })}
            name={app.name}
            shown={top.kind === 'app' && top.appid === open.appid}
            phone={{ ...bridge, environment: () => ({ app: 'wechat', statusBarHeight: 44, launch }) }}
            onClose={() => go({ do: 'back' })}
            {...(props.onAnswered ? { onAnswered: props.onAnswered } : {})}
          />
        )
      })}
      {props.scanning ? (
        <ScanSheet codes={state.value?.contactWays ?? []} onScan={scan} onClose={() => props.onScanning(false)} />
      ) : null}
      {asked ? <SubscribeSheet appName={app.name} templates={asked.templates} onDecide={asked.decide} /> : null}
      {overlays.element}
      <Trouble text={phone.status === 'unreachable' ? '连不上沙箱，正在重试。消息都还在。' : trouble} />
    </PhoneScreen>
  )
}

function Page({ children }: { children: ReactNode }) {
  return <div className="page">{children}</div>
}

/** What went wrong, above whatever the phone shows. */
export function Trouble({ text }: { text: string | null }) {
  return text ? (
    <div className="phone-trouble" role="alert" data-testid="phone-trouble">
      {text}
    </div>
  ) : null
}
