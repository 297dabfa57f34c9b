/** @jest-environment jsdom */
import { errorEnvelope, statusOf } from '@suixing/contracts'
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { asked, page } from '../../../../testing/taro'
import { DeskRefusal, talkDesk } from '../../testing/browser/talk-desk'
import { platform } from '../platform'
import type { MemoryPlatform } from '../platform/memory-platform'
import { session } from '../session/current-session'
import { Conversation } from './conversation'

const memory = platform as MemoryPlatform
const lin = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' as const }
let desk: ReturnType<typeof talkDesk>
let down: boolean
/** Each test has a conversation of its own: drafts and outboxes outlive a page. */
let runs = 0

beforeEach(async () => {
  jest.useFakeTimers()
  desk = talkDesk()
  down = false
  asked.length = 0
  memory.answer = async ({ method, path, body }) => {
    if (path === '/api/physician/session')
      return { status: 200, body: { token: 't', expiresAt: '2026-12-24T00:00:00.000Z', staff: lin } }
    if (down) throw new Error('offline')
    try {
      const json: unknown = typeof body === 'string' ? JSON.parse(body) : body
      return { status: 200, body: desk.answer({ method, path: path.replace(/~\d+/, ''), body: json }) }
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error
      const { code } = error
      return { status: statusOf(code), body: errorEnvelope.parse({ code, message: code, requestId: 'r' }) }
    }
  }
  await session.start()
})
afterEach(() => jest.useRealTimers())

const later = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds))
const open = async (talk = 'talk-wang', run = ++runs) => {
  const opened = render(<Conversation id={`${talk}~${run}`} staff={lin} onBack={() => undefined} />)
  await later(0)
  return { run, close: opened.unmount, container: opened.container }
}
const field = (hint = '回复王秀兰') => screen.getByPlaceholderText<HTMLTextAreaElement>(hint)
const write = (value: string, hint?: string) => fireEvent.change(field(hint), { target: { value } })
const press = async (label: string) => {
  fireEvent.click(screen.getByLabelText(label))
  await later(0)
}
const tap = async (text: string) => {
  fireEvent.click(screen.getByText(text))
  await later(0)
}

it('shows who it is, why they wait and who was told, before what was said', async () => {
  await open()
  expect(screen.getByText('女 68 岁 · 第 31 天 · 基础胰岛素')).toBeTruthy()
  expect(screen.getByText('智能助手拿不准 · 等了 14 分')).toBeTruthy()
  expect(screen.getByText(/^分给您 · 已通知 林致远 · .+ 再通知下一位$/)).toBeTruthy()
  expect(screen.getByText(/^微信客服 还可发 3 条 · 到 /)).toBeTruthy()
  fireEvent.click(screen.getByText('女 68 岁 · 第 31 天 · 基础胰岛素'))
  expect(screen.getByText('2014 年确诊 · 主管 林致远')).toBeTruthy()
  fireEvent.click(screen.getByText('看时间线和血糖'))
  expect(asked[asked.length - 1]?.options).toEqual({ url: '/pages/patient/index?id=wang' })
})

it('names every author, and shows notes, sources, recalls, reading and failures', async () => {
  await open()
  expect(screen.getByText('内部备注 · 苏晓 随访护士')).toBeTruthy()
  expect(screen.getByText('依据问答「餐后血糖多少算正常」')).toBeTruthy()
  expect(screen.getByText('王秀兰撤回了一条消息')).toBeTruthy()
  expect(screen.getByText('女儿 王芳')).toBeTruthy()
  expect(screen.getByText('随访')).toBeTruthy()
  expect(screen.getByText('患者已读')).toBeTruthy()
  expect(screen.getByText(/48 小时窗口已关，等患者再说话，或打电话/)).toBeTruthy()
})

it('shows what is sent at once, then as the host has it, once', async () => {
  await open()
  write('周四上午来，我给您查脚。')
  fireEvent.click(screen.getByLabelText('发送'))
  expect(screen.getAllByText('周四上午来，我给您查脚。')).toHaveLength(1)
  expect(field().value).toBe('')
  await later(0)
  await later(3000)
  expect(screen.getAllByText('周四上午来，我给您查脚。')).toHaveLength(1)
  expect(screen.getByText(/还可发 2 条/)).toBeTruthy()
  expect(desk.asked).toHaveLength(1)
})

it('keeps what did not go out, and sends it once when the network is back', async () => {
  await open()
  down = true
  write('脚麻多久了？')
  await press('发送')
  expect(screen.getByText('点这里再发')).toBeTruthy()
  down = false
  await later(6000)
  expect(screen.queryByText('点这里再发')).toBeNull()
  expect(desk.asked).toHaveLength(1)
  expect(screen.getAllByText('脚麻多久了？')).toHaveLength(1)
})

it('reaches the patient once when the answer was lost', async () => {
  await open()
  desk.fate = 'drop'
  write('脚麻多久了？')
  await press('发送')
  desk.fate = 'accept'
  await later(3000)
  await later(3000)
  expect(new Set(desk.asked.map(({ clientId }) => clientId)).size).toBe(1)
  expect(screen.getAllByText('脚麻多久了？')).toHaveLength(1)
})

it('lets a refused message be taken back into the field', async () => {
  await open()
  desk.fate = 'in-client'
  write('脚麻多久了？')
  await press('发送')
  expect(screen.getByText(/同事正在企业微信里接待/)).toBeTruthy()
  await tap('取回来改')
  expect(field().value).toBe('脚麻多久了？')
  expect(screen.queryByText(/同事正在企业微信里接待/)).toBeNull()
})

it('keeps the draft when the page is left', async () => {
  const { run, close } = await open()
  write('写到一半')
  close()
  await open('talk-wang', run)
  expect(field().value).toBe('写到一半')
})

it('writes a quick reply into the field', async () => {
  await open()
  await press('常用语')
  await tap('周四门诊查脚')
  expect(field().value).toBe('王秀兰您好，请周四上午来门诊，我给您查脚。')
  expect(desk.asked).toHaveLength(0)
})

it('sends content as a card, a picture after its upload', async () => {
  await open()
  await press('更多')
  await tap('科教卡片')
  await press('发送 每天看一次脚')
  memory.nextPicture = { name: '示意.jpg', bytes: Uint8Array.from([1, 2, 3, 4]).buffer }
  await press('更多')
  await tap('图片')
  await later(0)
  expect(desk.asked).toMatchObject([
    { kind: 'card', contentId: 'foot' },
    { kind: 'image', mediaId: 'up-1' },
  ])
  expect(desk.uploads).toEqual([{ name: '示意.jpg', bytes: 4 }])
})

it('writes a note apart from the message, and goes back to the patient after it', async () => {
  await open()
  write('给患者的半句')
  await press('更多')
  await tap('内部备注')
  expect(screen.getByText('内部备注 · 患者和家人看不到')).toBeTruthy()
  expect(field('写给同事').value).toBe('')
  write('已电话联系女儿', '写给同事')
  await press('记下备注')
  expect(desk.asked).toMatchObject([{ kind: 'note', text: '已电话联系女儿' }])
  expect(field().value).toBe('给患者的半句')
})

it('takes, gives back and passes on', async () => {
  await open()
  await tap('接手')
  expect(screen.getByText('您在接待')).toBeTruthy()
  await tap('交还助手')
  expect(screen.getByText('智能助手在回答')).toBeTruthy()
  await tap('接手')
  await tap('转给同事')
  const sheet = within(screen.getByRole('dialog'))
  expect(sheet.getAllByRole('radio').map((one) => one.textContent)).toEqual([
    '陈陈思远在班副主任医师 · 手上 2 个',
    '苏苏晓在班随访护士 · 手上 5 个',
    '何何敏不在班营养师 · 手上 0 个',
  ])
  fireEvent.click(sheet.getByText('苏晓'))
  fireEvent.change(sheet.getByPlaceholderText(/给同事的话/), { target: { value: '请约周四' } })
  await tap('转给 苏晓')
  expect(desk.acts.filter(({ action }) => action !== 'read')).toEqual([
    { action: 'take' },
    { action: 'give-back' },
    { action: 'take' },
    { action: 'pass', to: 'su', note: '请约周四' },
  ])
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByText('苏晓 随访护士 在接待')).toBeTruthy()
})

it('says when an action did not work, and leaves everything as it was', async () => {
  await open()
  down = true
  await tap('接手')
  expect(screen.getByText('这次没连上，看看网络，再试一次')).toBeTruthy()
  expect(screen.getByText('智能助手拿不准 · 等了 14 分')).toBeTruthy()
})

it('tells once up to where it was read, and only while somebody looks', async () => {
  await open()
  await later(6000)
  const last = desk
    .talk('talk-wang')
    .messages.filter(({ state }) => state === 'received')
    .pop()?.at
  expect(desk.acts).toEqual([{ action: 'read', upTo: last }])
  act(() => page.hide())
  desk.say('talk-wang', '在吗')
  await later(6000)
  expect(desk.acts).toHaveLength(1)
  act(() => page.show())
  await later(0)
  await later(0)
  expect(desk.acts).toHaveLength(2)
})

it('falls back to the mini-program when the window is closed, and says who is told', async () => {
  await open('talk-chen')
  expect(screen.getByText('微信客服已不能发送，会发到小程序聊天，并用订阅消息通知患者')).toBeTruthy()
  write('明早空腹再测一次告诉我', '回复陈玉芬')
  await press('发送')
  expect(desk.talk('talk-chen').messages.pop()).toMatchObject({ channel: 'miniChat' })
})

it('takes only notes while a colleague answers in WeCom', async () => {
  await open('talk-sun')
  expect(screen.getByText('苏晓 正在企业微信里接待，这里可写内部备注')).toBeTruthy()
  expect(field('现在不能回复').disabled).toBe(true)
  await tap('写备注')
  write('看过照片了', '写给同事')
  await press('记下备注')
  expect(desk.asked).toMatchObject([{ kind: 'note' }])
})

it('shows a late failure with what to do, and sends the words again as another message', async () => {
  await open()
  write('周四来')
  await press('发送')
  desk.failLast('talk-wang', '这一轮 5 条已用完，等患者再说话')
  await later(3000)
  expect(screen.getByText(/这一轮 5 条已用完/)).toBeTruthy()
  const again = screen.getAllByText('再发一次').pop() as HTMLElement
  fireEvent.click(again)
  fireEvent.click(again)
  await later(0)
  expect(desk.asked).toHaveLength(2)
  expect(screen.queryAllByText('再发一次')).toHaveLength(1)
  expect(new Set(desk.asked.map(({ clientId }) => clientId)).size).toBe(2)
})

it('reads what was said before, above what is there', async () => {
  const { container } = await open()
  expect(screen.queryByText('今天走了六千步')).toBeNull()
  await tap('更早的消息')
  expect(screen.getByText('今天走了六千步')).toBeTruthy()
  expect(screen.queryByText('更早的消息')).toBeNull()
  await later(3000)
  expect(container.querySelectorAll('.talk-line').length).toBeGreaterThan(11)
  expect(screen.getByText('今天走了六千步')).toBeTruthy()
})

it('stays where somebody reads, and says that something came', async () => {
  const scroll = jest.spyOn(Taro, 'pageScrollTo')
  await open()
  await later(0)
  expect(scroll).toHaveBeenCalledTimes(1)
  act(() => page.scroll(2000))
  act(() => page.scroll(400))
  desk.say('talk-wang', '右脚更麻一些')
  await later(3000)
  expect(scroll).toHaveBeenCalledTimes(1)
  await tap('有新消息')
  await later(0)
  expect(scroll).toHaveBeenCalledTimes(2)
  expect(screen.queryByText('有新消息')).toBeNull()
  scroll.mockRestore()
})
