import { useEffect, useState } from 'react'
import { LayoutGrid } from 'lucide-react'
import { Mark } from '../look/mark'
import { MemberPhone } from '../member/member-phone'
import type { MemberTab } from '../member/member-phone'
import { atHome, navigate, topOf } from '../phone/navigation'
import type { Navigation, Step } from '../phone/navigation'
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
import { members, patient, patients, physician } from './owners'
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

/** The demo portal: the walk, a patient's and a physician's phone side by side, what happens, and the fault knobs. */
export function Portal() {
  const state = useView<StateView>('/view/state')
  const [user, setUser] = useState(patient.id)
  const [userid, setUserid] = useState(physician.id)
  // The walk goes by its own patient, whoever's phone is shown.
  const phone = useView<PhoneView>(`/view/phones/${patient.id}`)
  const shown = useView<PhoneView>(`/view/phones/${user}`)
  const member = useView<MemberView>(`/view/members/${userid}`)
  const events = useEvents()
  const product = useProduct()
  const [navigations, setNavigations] = useState<Readonly<Record<string, Navigation>>>({})
  const [scanning, setScanning] = useState(false)
  const [memberTab, setMemberTab] = useState<MemberTab>('app')
  const [consoleOpen, setConsoleOpen] = useState(false)
  const [skipped, setSkipped] = useState<WalkStepId[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const navigation = navigations[user] ?? atHome
  const go = (of: string, step: Step): void =>
    setNavigations((old) => ({ ...old, [of]: navigate(old[of] ?? atHome, step) }))
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
    for (const view of [state, phone, shown, member, events]) view.refresh()
    return problem
  }
  const openApp = (of: string, path: string | null): void =>
    go(of, { do: 'open-app', appid: app.appid, path, firstPath: app.firstPath })
  const showUser = (id: string): void => {
    setScanning(false)
    setUser(id)
  }

  const restart = (): Promise<string | null> =>
    act(async () => {
      await control('reset')
      forget()
      setSkipped([])
      setNavigations({})
      setUser(patient.id)
      setUserid(physician.id)
    })

  const textOf = (messageId: string): string | null => {
    const found = [...chats, ...(shown.view.value?.chats ?? [])]
      .flatMap((chat) => chat.messages)
      .find((message) => message.id === messageId)
    return found?.content.type === 'text' ? found.content.text : null
  }
  const evidence = evidenceOf(patient.id, {
    entries,
    chats,
    product: seen,
  })
  /** What the walk does shows on the phones. */
  const onPhones = (work: () => void): void => {
    setConsoleOpen(false)
    setUser(patient.id)
    work()
  }
  const help = walkHelp({
    codes,
    physician: { userid: physician.id, name: physician.name },
    patientName: patient.name,
    chats,
    now: now ?? 0,
    next,
    acts: {
      openConsole: () => setConsoleOpen(true),
      scan: (code) =>
        onPhones(() => {
          void act(async () => go(patient.id, { do: 'open-chat', chatId: await scanCode(patient.id, code.configId) }))
        }),
      openApp: (path) => onPhones(() => openApp(patient.id, path)),
      enter: (link) =>
        onPhones(() => {
          void act(async () => go(patient.id, { do: 'open-chat', chatId: await enterKf(patient.id, link, 'link') }))
        }),
      ask: (chat, text) =>
        onPhones(() => {
          go(patient.id, { do: 'open-chat', chatId: chat.id })
          void act(() => control('say', { user: patient.id, openKfid: chat.openKfid, text }))
        }),
      showPhysician: () =>
        onPhones(() => {
          setUserid(physician.id)
          setMemberTab('app')
        }),
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
            owner={patients(state.view.value).find(({ id }) => id === user) ?? patient}
            owners={patients(state.view.value)}
            onOwner={showUser}
            testId="slot-patient"
            choices={[
              { id: 'wechat', label: '微信' },
              { id: 'app', label: '小程序' },
            ]}
            chosen={topOf(navigation).kind === 'app' ? 'app' : 'wechat'}
            onChoose={(choice) => (choice === 'app' ? openApp(user, null) : go(user, { do: 'leave-app' }))}
          >
            <PatientPhone
              key={user}
              user={user}
              phone={shown.view}
              state={state.view}
              navigation={navigation}
              go={(step) => go(user, step)}
              refresh={shown.refresh}
              scanning={scanning}
              onScanning={setScanning}
              {...(user === patient.id ? { onAnswered: told } : {})}
            />
          </PhoneSlot>
          <PhoneSlot
            owner={members(state.view.value).find(({ id }) => id === userid) ?? physician}
            owners={members(state.view.value)}
            onOwner={setUserid}
            testId="slot-physician"
            choices={[
              { id: 'app', label: '小程序' },
              { id: 'inbox', label: '企业微信' },
            ]}
            chosen={memberTab === 'app' ? 'app' : 'inbox'}
            onChoose={setMemberTab}
          >
            <MemberPhone
              key={userid}
              userid={userid}
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
