/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { share } from '../../../../testing/taro'
import { onMemoryPhone } from '../../testing/on-memory-phone'
import { openPage } from '../../testing/open-page'
import { session } from '../api'
import { FamilyCard } from './family-card'

const open = async (before: (held: ReturnType<typeof onMemoryPhone>) => void = () => undefined) => {
  const held = onMemoryPhone('enrolled')
  await session.renew()
  before(held)
  await openPage(<FamilyCard timeZone="Asia/Shanghai" />)
  return held
}
const invite = async (name: string, relation = '女儿') => {
  fireEvent.click(await screen.findByText('请一位家人'))
  fireEvent.click(screen.getByText(relation))
  fireEvent.change(screen.getByPlaceholderText('怎么称呼，如 王芳'), { target: { value: name } })
  fireEvent.click(screen.getByText('做一份邀请'))
}

test('says what family sees and that it can be ended, who sees it and since when', async () => {
  await open()
  expect(await screen.findByText('女儿 王芳')).toBeTruthy()
  expect(screen.getByText('2026年11月20日起')).toBeTruthy()
  expect(screen.getByText(/只能看到「消息」里的这段对话/).textContent).toContain('随时可以停止')
})

test('ending asks once more, then nobody is left', async () => {
  const { host } = await open()
  fireEvent.click(await screen.findByText('停止'))
  fireEvent.click(screen.getByText('先不停'))
  expect(host.family.members).toHaveLength(1)
  fireEvent.click(screen.getByText('停止'))
  host.failNext('removeFamily', 'internal')
  fireEvent.click(screen.getByText('确认停止'))
  expect((await screen.findByRole('alert')).textContent).toContain('还没有停止')
  fireEvent.click(screen.getByText('确认停止'))
  expect(await screen.findByText('现在没有家人一起看。')).toBeTruthy()
  expect(host.family.members).toEqual([])
})

test('in WeChat the invitation goes by its button alone', async () => {
  const { host } = await open()
  await invite(' 王强 ', '儿子')
  expect(await screen.findByText('发给王强')).toBeTruthy()
  expect(screen.getByText(/12月1日前有效/)).toBeTruthy()
  expect(host.family.invited).toEqual([{ name: '王强', relation: '儿子' }])
  expect(share.current?.({ from: 'button' })?.path).toBe('/pages/family/index?invite=invite-2')
  expect(share.current?.({ from: 'menu' })?.path).toBe('/pages/today/index')
  fireEvent.click(screen.getByText('好了'))
  expect(share.current).toBeNull()
})

test('elsewhere it is a link to copy', async () => {
  const { phone, host } = await open((held) => (held.phone.sharing = 'link'))
  await invite('王强', '其他')
  fireEvent.click(await screen.findByText('复制链接'))
  await waitFor(() => expect(screen.getByText('已复制')).toBeTruthy())
  expect(phone.copied).toEqual(['https://suixing.example/#/pages/family/index?invite=invite-2'])
  expect(host.family.invited).toEqual([{ name: '王强', relation: '家人' }])
})

test('nobody is invited without a name, and one that was not made is said to be so', async () => {
  const { host } = await open()
  await invite('  ')
  expect((await screen.findByRole('alert')).textContent).toContain('请先写怎么称呼')
  expect(host.family.invited).toEqual([])
  host.failNext('inviteFamily', 'not-enrolled')
  fireEvent.change(screen.getByPlaceholderText('怎么称呼，如 王芳'), { target: { value: '王强' } })
  fireEvent.click(screen.getByText('做一份邀请'))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('邀请没有做好'))
})

test('a list that was not read can be asked for again', async () => {
  await open(({ host }) => host.failNext('familyMembers', 'internal'))
  fireEvent.click(await screen.findByText('再试一次'))
  expect(await screen.findByText('女儿 王芳')).toBeTruthy()
})
