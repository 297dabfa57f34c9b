import type { ConversationAction, StaffView } from '@suixing/contracts'
import { asFailure, failureText, Notice, Screen, Skeleton } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { platform, PlatformError } from '../platform'
import { ReadFailure } from '../session/read-failure'
import { usualTimeZone } from '../time/moment-text'
import { colleagues } from './colleagues'
import './conversation.scss'
import { MessageList } from './message-list'
import type { Outgoing } from './outgoing'
import { PassSheet } from './pass-sheet'
import { shownDays } from './shown-messages'
import { standing, type StandingAction } from './standing'
import { StandingBar } from './standing-bar'
import { SummaryBar } from './summary-bar'
import { TalkComposer } from './talk-composer'
import { useBottom } from './use-bottom'
import { useConversation } from './use-conversation'
import { useDraft } from './use-draft'
import { windowLine } from './window-line'

/** Room (px) that title, summary and standing take at the top; what is scrolled to stands below them. */
const headPx = 236

/** One conversation: who it is with, who answers, what was said, and what I write. Kept fresh while it is in front. */
export const Conversation = ({ id, staff, onBack }: { id: string; staff: StaffView; onBack: () => void }) => {
  const { live, outbox, send, again, act, readEarlier } = useConversation(id, staff)
  const { draft, write, take } = useDraft(staff.id, id)
  const [busy, setBusy] = useState<'none' | 'acting' | 'earlier'>('none')
  const [isPassing, setPassing] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const sentAgain = useRef(new Set<string>())

  const page = live.status === 'ready' ? live.value : null
  const talk = page?.conversation ?? null
  const days = page
    ? shownDays({ messages: page.messages, now: page.now, timeZone: usualTimeZone }, outbox.items, staff)
    : []
  const last = days[days.length - 1]?.messages.slice(-1)[0]
  const { isNew, toBottom } = useBottom(last?.key, last?.onItsWay !== undefined)

  const attempt = async (what: 'acting' | 'earlier', act: () => Promise<void>) => {
    setBusy(what)
    setTrouble(null)
    try {
      await act()
    } catch (caught) {
      const { what: happened, todo } = failureText(asFailure(caught).code)
      setTrouble(`${happened}，${todo}`)
    }
    setBusy('none')
  }
  const perform = (action: ConversationAction) =>
    attempt('acting', async () => {
      await act(action)
      setPassing(false)
    })
  const onAct = (action: StandingAction) => (action === 'pass' ? setPassing(true) : void perform({ action }))
  const onSend = (what: Outgoing) => {
    setTrouble(null)
    send(what)
  }
  const onSendAgain = (failedId: string, what: Outgoing) => {
    // Two taps may come before the button is drawn gone.
    if (sentAgain.current.has(failedId)) return
    sentAgain.current.add(failedId)
    onSend(what)
  }
  const onPicture = async () => {
    try {
      const picked = await platform.pictures.pick()
      if (picked) onSend({ kind: 'image', ...picked })
    } catch (caught) {
      const isRefused = caught instanceof PlatformError && caught.code === 'not-allowed'
      setTrouble(isRefused ? '手机没有允许用相册和相机，请在设置里打开' : '这张图片没有读到，请换一张')
    }
  }
  const onEarlier = () => {
    const first = page?.messages[0]?.id
    void attempt('earlier', readEarlier).then(() => {
      // What is read stays where it was, with what came before above it.
      if (first !== undefined)
        Taro.nextTick(() => void Taro.pageScrollTo({ selector: `#talk-${first}`, offsetTop: -headPx, duration: 0 }))
    })
  }

  const window = page && talk ? windowLine({ ...page, conversation: talk }) : null
  const name = talk?.patient?.name ?? (talk ? '未认出的微信用户' : '对话')
  const head =
    page && talk ? (
      <>
        {talk.patient ? (
          <SummaryBar page={page} patient={talk.patient} onTimeline={() => openTimeline(talk.patient?.id ?? '')} />
        ) : null}
        <StandingBar
          standing={standing({ ...page, conversation: talk }, staff.id)}
          state={busy === 'acting' ? 'busy' : 'ready'}
          onAct={onAct}
        />
      </>
    ) : null
  return (
    <View className="talk-page">
      <Screen
        title={{ kind: 'back', text: name, onBack }}
        head={head}
        {...(page && talk && window
          ? {
              footer: (
                <>
                  {isNew ? (
                    <View className="talk-new" role="button" onClick={toBottom}>
                      <View className="talk-new__words">有新消息</View>
                    </View>
                  ) : null}
                  <TalkComposer
                    name={talk.patient?.name ?? ''}
                    page={page}
                    window={window}
                    draft={draft}
                    trouble={trouble}
                    onWrite={write}
                    onTake={take}
                    onSend={onSend}
                    onPicture={() => void onPicture()}
                  />
                </>
              ),
            }
          : {})}
      >
        {live.status === 'loading' ? <Skeleton cards={[3, 4, 3]} /> : null}
        {live.status === 'failed' ? <ReadFailure code={live.failure.code} onRetry={live.reload} /> : null}
        {live.status === 'ready' && live.failure ? (
          <Notice tone="warn" text="网络断了一下，下面是刚才读到的。正在重连。" />
        ) : null}
        {page && window ? (
          <MessageList
            days={days}
            earlier={page.earlier}
            reading={busy === 'earlier'}
            onEarlier={onEarlier}
            staff={staff}
            readUpTo={page.readUpTo}
            window={window}
            onSendAgain={onSendAgain}
            onAgain={again}
            onTakeBack={({ clientId, what }) => {
              outbox.drop(clientId)
              if (what.kind === 'text') write({ ...draft, as: 'message', message: what.text })
              if (what.kind === 'note') write({ ...draft, as: 'note', note: what.text })
            }}
          />
        ) : null}
        {page && isPassing ? (
          <PassSheet
            people={colleagues(page.team, staff.id)}
            state={busy === 'acting' ? 'busy' : 'ready'}
            onPass={(to, note) => void perform({ action: 'pass', to, ...(note === '' ? {} : { note }) })}
            onClose={() => setPassing(false)}
          />
        ) : null}
      </Screen>
    </View>
  )
}

const openTimeline = (patientId: string) =>
  void Taro.navigateTo({ url: `/pages/patient/index?id=${encodeURIComponent(patientId)}` })
