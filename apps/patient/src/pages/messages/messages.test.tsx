/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { asked as visited, page } from '../../../../../testing/taro'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import type { Person } from '../../../testing/fixture-host'
import { session } from '../../api'
import MessagesPage from './index'

const open = async (person: Person, before: (held: ReturnType<typeof onMemoryPhone>) => void = () => undefined) => {
  const held = onMemoryPhone(person)
  await session.renew()
  before(held)
  visited.length = 0
  await openPage(<MessagesPage />)
  return held
}
/** What a poll would find, found now. */
const pollNow = async () => {
  await act(async () => page.hide())
  await act(async () => page.show())
}

test('each voice is told apart, by name and role, under the day it spoke', async () => {
  await open('waiting')
  expect(await screen.findByText('昨天')).toBeTruthy()
  // Once as a day, once as a tab.
  expect(screen.getAllByText('今天')).toHaveLength(2)
  expect(screen.getAllByText('智能助手')).toHaveLength(3)
  expect(screen.getByText('林致远 主治医师')).toBeTruthy()
  expect(screen.getByText('周宁 健康管理师')).toBeTruthy()
  expect(screen.getByText('周宁 健康管理师撤回了一条消息')).toBeTruthy()
})

test('a line says who answers next, and since when', async () => {
  const { host } = await open('waiting')
  expect(await screen.findByText('已转给林致远医生，等了 13 分钟')).toBeTruthy()
  host.talk.becomes({ state: 'person' })
  await pollNow()
  expect(await screen.findByText('林致远医生在回')).toBeTruthy()
})

test('a card opens its page', async () => {
  await open('waiting')
  fireEvent.click(await screen.findByText('外出吃饭怎么点'))
  const url = '/pages/content/index?programme=type-2-diabetes&id=eating-out'
  await waitFor(() => expect(visited).toContainEqual({ name: 'navigateTo', options: { url } }))
})

test('the mark stands under the last own message a person read', async () => {
  await open('enrolled')
  const [mark, ...more] = await screen.findAllByText('医护已看')
  expect(mark?.closest('.sx-message')?.textContent).toContain('我这两天脚有点麻')
  expect(more).toEqual([])
})

test('what was on screen is read: here, and once at the host', async () => {
  const { phone, host } = await open('enrolled')
  await screen.findByText('昨天')
  expect(phone.storage.read('read-until')).toBe('2026-11-23T02:20:00.000Z')
  await waitFor(() => expect(host.talk.heard.read).toEqual(['2026-11-23T02:20:00.000Z']))
  await pollNow()
  expect(host.talk.heard.read).toHaveLength(1)
})

test('a mark the host did not hear is told again', async () => {
  const { host } = await open('enrolled', (held) => held.host.failNext('patientRead', 'internal'))
  await screen.findByText('昨天')
  expect(host.talk.heard.read).toEqual([])
  await pollNow()
  await waitFor(() => expect(host.talk.heard.read).toHaveLength(1))
})

test('what was said earlier is shown when asked for, and stays', async () => {
  await open('enrolled', ({ host }) => host.talk.inPagesOf(2))
  fireEvent.click(await screen.findByText('看更早的消息'))
  expect(await screen.findByText('我这两天脚有点麻，要紧吗')).toBeTruthy()
  fireEvent.click(screen.getByText('看更早的消息'))
  expect(await screen.findByText('早上空腹能喝咖啡吗')).toBeTruthy()
  expect(screen.queryByText('看更早的消息')).toBeNull()
  await pollNow()
  expect(screen.getByText('早上空腹能喝咖啡吗')).toBeTruthy()
})

test('words go into the queue first: no network, 待发送, then once', async () => {
  const { host } = await open('enrolled')
  await screen.findByText('昨天')
  host.network.state = 'away'
  fireEvent.change(screen.getByPlaceholderText('写给医护和助手'), { target: { value: ' 明天能来吗 ' } })
  fireEvent.click(screen.getByText('发送'))
  expect(await screen.findByText('待发送')).toBeTruthy()
  expect(screen.getByText('明天能来吗')).toBeTruthy()
  expect(screen.getByPlaceholderText<HTMLTextAreaElement>('写给医护和助手').value).toBe('')
  host.network.state = 'there'
  host.loseNext('patientSay')
  await pollNow()
  await pollNow()
  await waitFor(() => expect(screen.queryByText('待发送')).toBeNull())
  expect(screen.getAllByText('明天能来吗')).toHaveLength(1)
  expect(host.talk.said.filter(({ text }) => text === '明天能来吗')).toHaveLength(1)
})

test('a refused message says why; a tap sends it again, or gives it up', async () => {
  const { host } = await open('enrolled')
  await screen.findByText('昨天')
  host.failNext('patientSay', 'forbidden')
  fireEvent.change(screen.getByPlaceholderText('写给医护和助手'), { target: { value: '在吗' } })
  fireEvent.click(screen.getByText('发送'))
  fireEvent.click(await screen.findByText('点这里再发'))
  await waitFor(() => expect(host.talk.said.some(({ text }) => text === '在吗')).toBe(true))
  host.failNext('patientSay', 'bad-request')
  fireEvent.change(screen.getByPlaceholderText('写给医护和助手'), { target: { value: '还在吗' } })
  fireEvent.click(screen.getByText('发送'))
  expect(await screen.findByText('这条没能发出去，请换个说法')).toBeTruthy()
  fireEvent.click(screen.getByText('不发了'))
  expect(screen.queryByText('还在吗')).toBeNull()
})

test('the chat opens inside the tap, and the next tap has a fresh link', async () => {
  const { phone, host } = await open('enrolled')
  const linksRead = () => host.asked.filter(({ route }) => route === 'assistantLink').length
  await screen.findByText('到微信里问')
  await act(async () => screen.getByText('到微信里问').click())
  expect(phone.chats).toEqual([{ url: 'https://work.weixin.qq.com/kfid/kfc123?enc_scene=abc', corpId: 'ww123' }])
  await waitFor(() => expect(linksRead()).toBe(2))
})

test('no link, no dead button: it says so and tries again', async () => {
  const { phone } = await open('enrolled', ({ host }) => host.failNext('assistantLink', 'outside-unavailable'))
  fireEvent.click(await screen.findByText('这次没打开，再点一次'))
  const door = await screen.findByText('到微信里问')
  await act(async () => door.click())
  expect(phone.chats).toHaveLength(1)
})

test('120 is one tap and one question away', async () => {
  const { phone } = await open('enrolled')
  fireEvent.click(await screen.findByText('急事请打 120'))
  expect(phone.called).toEqual([])
  fireEvent.click(screen.getByText('打 120'))
  await waitFor(() => expect(phone.called).toEqual(['120']))
  await waitFor(() => expect(screen.queryByText('现在就打 120 吗？')).toBeNull())
})

test('nothing said yet: a sentence, and the field is there', async () => {
  await open('enrolled-empty')
  expect(await screen.findByText('这里还没有消息，有问题随时问。')).toBeTruthy()
  expect(screen.getByPlaceholderText('写给医护和助手')).toBeTruthy()
})

test('somebody unknown is shown the way in, and can write nothing', async () => {
  await open('stranger')
  expect(await screen.findByText('再看一次')).toBeTruthy()
  expect(screen.queryByPlaceholderText('写给医护和助手')).toBeNull()
  expect(screen.queryByText('到微信里问')).toBeNull()
})
