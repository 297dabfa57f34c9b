/** @jest-environment jsdom */
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { page, router } from '../../../../../testing/taro'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import type { Person } from '../../../testing/fixture-host'
import { familyDoor, session } from '../../api'
import FamilyPage from './index'

type Held = ReturnType<typeof onMemoryPhone>
const open = async (
  invite: string | null,
  person: Person = 'enrolled',
  before: (held: Held) => void = () => undefined,
) => {
  const held = onMemoryPhone(person)
  before(held)
  await show(invite)
  return held
}
const show = async (invite: string | null) => {
  router.params = invite === null ? {} : { invite }
  await openPage(<FamilyPage />)
}
/** What a poll would find, found now. */
const pollNow = async () => {
  await act(async () => page.hide())
  await act(async () => page.show())
}
const field = () => screen.getByPlaceholderText<HTMLTextAreaElement>('写给王秀兰和医护')
const say = (text: string) => {
  fireEvent.change(field(), { target: { value: text } })
  fireEvent.click(screen.getByText('发送'))
}
const asked = ({ host }: Held) => host.asked.map(({ route }) => route)

test('the invitation of the card opens the conversation: everybody named, words the only way to answer', async () => {
  const held = await open('invite-1', 'waiting')
  expect(await screen.findByText('王秀兰的对话')).toBeTruthy()
  expect(screen.getByText('您以「女儿 王芳」一起看。您写的话，王秀兰和医护都能看到。')).toBeTruthy()
  expect(screen.getAllByText('王秀兰').length).toBeGreaterThan(1)
  expect(screen.getByText('林致远 主治医师')).toBeTruthy()
  expect(screen.getByText('已转给林致远医生，等了 13 分钟')).toBeTruthy()
  for (const label of ['说话', '发照片']) expect(screen.queryByLabelText(label)).toBeNull()
  for (const text of ['到微信里问', '有回复时微信提醒我', '这次帮到您了吗？'])
    expect(screen.queryByText(text)).toBeNull()
  expect(asked(held)).toEqual(['familySignIn', 'familyMessages'])
  expect(held.host.asked[0]?.body).toEqual({ code: 'code-1', invite: 'invite-1' })
})

test('words whose answer is lost are one message, at the side of the own', async () => {
  const { host } = await open('invite-1')
  await screen.findByText('王秀兰的对话')
  host.loseNext('familySay')
  say('妈妈今天没胃口')
  expect(await screen.findByText('待发送')).toBeTruthy()
  await pollNow()
  await waitFor(() => expect(screen.queryByText('待发送')).toBeNull())
  expect(host.talk.said.filter(({ text }) => text === '妈妈今天没胃口')).toMatchObject([
    { author: { kind: 'family', name: '王芳', relation: '女儿' } },
  ])
  const [bubble, ...more] = screen.getAllByText('妈妈今天没胃口')
  expect(more).toEqual([])
  expect(bubble?.closest('.sx-message--patient')).not.toBeNull()
})

test('what was written without a network goes after the page is opened again', async () => {
  const { host } = await open('invite-1')
  await screen.findByText('王秀兰的对话')
  host.network.state = 'away'
  say('明天我陪她来')
  expect(await screen.findByText('待发送')).toBeTruthy()
  cleanup()
  host.network.state = 'there'
  await show(null)
  await waitFor(() => expect(host.talk.said.filter(({ text }) => text === '明天我陪她来')).toHaveLength(1))
})

test('the session is the family one: the patient of this phone keeps theirs', async () => {
  const held = onMemoryPhone('enrolled')
  await session.renew()
  const own = held.phone.storage.read('session')
  await show('invite-1')
  await screen.findByText('王秀兰的对话')
  const tokens = held.phone.requests.filter(({ path }) => path.startsWith('/api/family/messages'))
  expect(tokens[0]?.headers.authorization).toBe('Bearer family-1')
  expect(held.phone.storage.read('session')).toBe(own)
  expect(await session.current()).toBe('token-1')
})

test('a session that is over is renewed with the same invitation', async () => {
  const held = await open('invite-1')
  await screen.findByText('王秀兰的对话')
  held.host.family.expire()
  await pollNow()
  await waitFor(() => expect(asked(held).filter((route) => route === 'familySignIn')).toHaveLength(2))
  expect(screen.getByText('王秀兰的对话')).toBeTruthy()
})

test('an invitation that is over or somebody else’s: says so, asks once, and offers no field', async () => {
  const held = await open('invite-of-another')
  expect(await screen.findByText('这份邀请不能用了')).toBeTruthy()
  await pollNow()
  expect(asked(held)).toEqual(['familySignIn'])
  expect(document.querySelector('textarea')).toBeNull()
  expect(held.phone.storage.read('family-session')).toBeNull()
})

test('a bad invitation does not cost the conversation one had', async () => {
  const { phone } = await open('invite-1')
  await screen.findByText('王秀兰的对话')
  const kept = phone.storage.read('family-session')
  cleanup()
  await show('invite-of-another')
  expect(await screen.findByText('这份邀请不能用了')).toBeTruthy()
  expect(phone.storage.read('family-session')).toBe(kept)
})

test('removed: says so, forgets the session and what waited', async () => {
  const held = await open('invite-1')
  await screen.findByText('王秀兰的对话')
  held.host.network.state = 'away'
  say('还没发出去')
  await screen.findByText('待发送')
  held.host.network.state = 'there'
  held.host.family.remove('fm-1')
  await pollNow()
  expect((await screen.findByRole('alert')).textContent).toContain('王秀兰停止了一起看')
  expect(screen.queryByText('黑咖啡可以少量喝')).toBeNull()
  expect(held.phone.storage.read('family-session')).toBeNull()
  await waitFor(() => expect(held.phone.storage.read('family-outbox:fm-1')).toBeNull())
  expect(familyDoor.known).toBeNull()
  cleanup()
  await show('invite-1')
  expect(await screen.findByText('这份邀请不能用了')).toBeTruthy()
})

test('nobody invited: the way in', async () => {
  await open(null, 'enrolled', ({ host }) => host.family.remove('fm-1'))
  expect(await screen.findByText('还没有家人邀请您')).toBeTruthy()
})

test('no network at the first time: it says so, and another try enters', async () => {
  const { host } = await open('invite-1', 'enrolled', (held) => (held.host.network.state = 'away'))
  expect(await screen.findByText('这次没连上')).toBeTruthy()
  host.network.state = 'there'
  fireEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText('王秀兰的对话')).toBeTruthy()
})
