import { useEffect, useReducer, useState } from 'react'
import { LayoutGrid } from 'lucide-react'
import { Mark } from '../look/mark'
import { MemberPhone } from '../member/member-phone'
import type { MemberTab } from '../member/member-phone'
import { atHome, navigate, topOf } from '../phone/navigation'
import { appOf } from '../phone/apps'
import { PatientPhone } from '../phone/patient-phone'
import { enterKf, scanCode } from '../phone/wechat-acts'
import { control } from '../sandbox/control'
import { useView } from '../sandbox/use-view'
import type { MemberView, PhoneView, StateView } from '../sandbox/views'
import { ClockBar } from './clock-bar'
import { ConsolePanel } from './console-panel'
import { evidenceOf } from './evidence'
import { faultNote } from './fault-note'
import { FaultPanel } from './fault-panel'
import { Feed } from './feed'
import { PhoneSlot } from './phone-slot'
import { Restart } from './restart'
import { consoleLine, isEnrolled, ProductDot } from './product-dot'
import { useEvents } from './use-events'
import { useProduct } from './use-product'
import { useSeenInProduct } from './use-seen-in-product'
import { Walk } from './walk'
import { walkHelp } from './walk-help'
import { walkOf } from './walk-steps'
import type { WalkStepId } from './walk-steps'
import './portal.css'
import './walk.css'
import './phone-slot.css'
import './feed.css'
import './fault-panel.css'
import './console-panel.css'
import './restart.css'
import './narrow.css'

const patient = { key: 'wangxiulan', name: '王秀兰' }
const physician = { userid: 'linzhiyuan', name: '林致远' }

/** The demo portal: the walk, a patient's and a physician's phone side by side, what happens, and the fault knobs. */
export function Portal() {
  const state = useView<StateView>('/view/state')
  const phone = useView<PhoneView>(`/view/phones/${patient.key}`)
  const member = useView<MemberView>(`/view/members/${physician.userid}`)
  const events = useEvents()
  const product = useProduct()
  const [navigation, go] = useReducer(navigate, atHome)
  const [scanning, setScanning] = useState(false)
  const [memberTab, setMemberTab] = useState<MemberTab>('app')
  const [consoleOpen, setConsoleOpen] = useState(false)
  const [skipped, setSkipped] = useState<WalkStepId[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const now = state.view.value?.now ?? null
  const version = state.view.value?.version ?? null
  const { seen, told, note, forget } = useSeenInProduct(version, now)
  const app = appOf(state.view.value, 'patient')
  const enrolled = isEnrolled(product, patient.name)
  useEffect(() => {
    if (enrolled) note('enrolled')
  }, [enrolled, note])
  const chats = phone.view.value?.chats ?? []
  const entries = events.view.value?.entries ?? []
  const codes = state.view.value?.contactWays ?? []
  const planned = product.status === 'open' ? product.nextTouchpoint : (state.view.value?.clock.nextInstant ?? null)
  const next = planned !== null && now !== null && Date.parse(planned) > Date.parse(now) ? planned : null

  /** Every action reads the views again at once; what goes wrong stands under the header. */
  const act = async (work: () => Promise<unknown>): Promise<string | null> => {
    setTrouble(null)
    let problem: string | null = null
    try {
      await work()
    } catch (error) {
      problem = error instanceof Error ? error.message : '没有做成，请再试一次'
      setTrouble(problem)
    }
    for (const view of [state, phone, member, events]) view.refresh()
    return problem
  }
  const openApp = (path: string | null): void =>
    go({ do: 'open-app', appid: app.appid, path, firstPath: app.firstPath })

  const restart = (): Promise<string | null> =>
    act(async () => {
      await control('reset')
      forget()
      setSkipped([])
      go({ do: 'home' })
    })

  const textOf = (messageId: string): string | null => {
    const found = chats.flatMap((chat) => chat.messages).find((message) => message.id === messageId)
    return found?.content.type === 'text' ? found.content.text : null
  }
  const evidence = evidenceOf(patient.key, {
    entries,
    chats,
    product: seen,
  })
  /** What the walk does shows on the phones. */
  const onPhones = (work: () => void): void => {
    setConsoleOpen(false)
    work()
  }
  const help = walkHelp({
    codes,
    physician,
    patientName: patient.name,
    chats,
    now: now ?? 0,
    next,
    acts: {
      openConsole: () => setConsoleOpen(true),
      scan: (code) =>
        onPhones(() => {
          void act(async () => go({ do: 'open-chat', chatId: await scanCode(patient.key, code.configId) }))
        }),
      openApp: (path) => onPhones(() => openApp(path)),
      enter: (link) =>
        onPhones(() => {
          void act(async () => go({ do: 'open-chat', chatId: await enterKf(patient.key, link, 'link') }))
        }),
      ask: (chat, text) =>
        onPhones(() => {
          go({ do: 'open-chat', chatId: chat.id })
          void act(() => control('say', { user: patient.key, openKfid: chat.openKfid, text }))
        }),
      showPhysician: () => onPhones(() => setMemberTab('app')),
      advance: () => onPhones(() => void act(() => control('advance', next ? { to: next } : { toNext: true }))),
    },
  })
  const reachable = state.view.status !== 'unreachable'

  return (
    <div className="portal">
      <header className="top">
        <div className="brand">
          <Mark size={34} />
          <div>
            <h1>随行 · 演示台</h1>
            <small>全部在本机，不连真实微信，不花钱</small>
          </div>
        </div>
        <ClockBar now={now} next={next} advance={async (to) => void (await act(() => control('advance', to)))} />
        <div className="top-end">
          <ProductDot status={product.status} />
          <Restart reset={restart} />
        </div>
      </header>
      {reachable && trouble === null ? null : (
        <p className="banner" role="alert" data-testid="portal-trouble">
          {reachable ? trouble : '连不上沙箱，正在重试。已经发生的都还在；若终端里停了，请再运行 npm start。'}
        </p>
      )}
      <div className="columns">
        <aside className="left">
          <Walk
            walk={walkOf(evidence, skipped)}
            now={now ?? 0}
            help={help}
            onSkip={(id) => setSkipped((old) => [...old, id])}
          />
          <div className="door">
            <span className="door-icon" aria-hidden="true">
              <LayoutGrid size={19} strokeWidth={1.7} />
            </span>
            <div>
              <b>运营台</b>
              <small>{consoleLine(product)}</small>
            </div>
            <a className="button" href="/console/" target="_blank" data-testid="console-open">
              打开
            </a>
          </div>
        </aside>
        {consoleOpen ? <ConsolePanel onClose={() => setConsoleOpen(false)} /> : null}
        <main className="phones" hidden={consoleOpen}>
          <PhoneSlot
            name={patient.name}
            role="患者"
            testId="slot-patient"
            choices={[
              { id: 'wechat', label: '微信' },
              { id: 'app', label: '小程序' },
            ]}
            chosen={topOf(navigation).kind === 'app' ? 'app' : 'wechat'}
            onChoose={(choice) => (choice === 'app' ? openApp(null) : go({ do: 'leave-app' }))}
          >
            <PatientPhone
              user={patient.key}
              phone={phone.view}
              state={state.view}
              navigation={navigation}
              go={go}
              refresh={phone.refresh}
              scanning={scanning}
              onScanning={setScanning}
              onAnswered={told}
            />
          </PhoneSlot>
          <PhoneSlot
            name={physician.name}
            role="医生"
            testId="slot-physician"
            choices={[
              { id: 'app', label: '小程序' },
              { id: 'inbox', label: '企业微信' },
            ]}
            chosen={memberTab === 'app' ? 'app' : 'inbox'}
            onChoose={setMemberTab}
          >
            <MemberPhone
              userid={physician.userid}
              member={member.view}
              state={state.view}
              tab={memberTab}
              onTab={setMemberTab}
              refresh={member.refresh}
              onAnswered={told}
            />
          </PhoneSlot>
        </main>
        <aside className="right" hidden={consoleOpen}>
          <Feed
            entries={events.view.value?.entries ?? null}
            textOf={textOf}
            now={now}
            live={events.view.status !== 'unreachable'}
          />
          <FaultPanel
            faults={state.view.value?.faults ?? null}
            note={faultNote(entries, chats, now === null ? 0 : Date.parse(now))}
            turn={(knob, to) =>
              void act(() => control('fault', { name: knob.name, value: to === 'on' ? knob.value : null }))
            }
          />
        </aside>
      </div>
    </div>
  )
}
