/** @jest-environment jsdom */
import { fireEvent, screen } from '@testing-library/react'
import { router } from '../../../../../testing/taro'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import type { Person } from '../../../testing/fixture-host'
import { session } from '../../api'
import { ContentView } from '../../content/content-view'
import ContentPage from './index'

const open = async (
  person: Person,
  params: Record<string, string>,
  before: (held: ReturnType<typeof onMemoryPhone>) => void = () => undefined,
) => {
  const held = onMemoryPhone(person)
  await session.renew()
  before(held)
  router.params = params
  await openPage(<ContentPage />)
  return held
}
const params = { programme: 'type-2-diabetes', id: 'eating-out' }
const plain = { id: 'a', title: '题目', text: '一段', reviewedBy: null, source: null }

test('a content in paragraphs, with who reviewed it and what it rests on', async () => {
  const { phone } = await open('enrolled', params)
  expect(await screen.findByText('外出吃饭怎么点')).toBeTruthy()
  expect(document.querySelectorAll('.content-paragraph')).toHaveLength(4)
  expect(screen.getByText('周宁 审阅')).toBeTruthy()
  expect(screen.getByText('依据《中国糖尿病防治指南（2024版）》')).toBeTruthy()
  expect(phone.requests.map(({ path }) => path)).toContain(
    '/api/patient/contents/eating-out?programmeId=type-2-diabetes',
  )
})

test('one that is not there is said to be so, and can be asked for again', async () => {
  const { phone } = await open('enrolled', { ...params, id: 'gone' })
  expect((await screen.findByRole('alert')).textContent).toContain('没有找到')
  const asked = phone.requests.length
  fireEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText('再试一次')).toBeTruthy()
  expect(phone.requests.length).toBeGreaterThan(asked)
})

test('no network: it says so, and once it is back the content is there', async () => {
  const { host } = await open('enrolled', params, (held) => (held.host.network.state = 'away'))
  expect(await screen.findByText('这次没连上')).toBeTruthy()
  host.network.state = 'there'
  fireEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText('外出吃饭怎么点')).toBeTruthy()
})

test('somebody unknown is shown the way in', async () => {
  await open('stranger', params)
  expect(await screen.findByText(/请从医生发给您的卡片进入/)).toBeTruthy()
})

test('one without words says so; what is not known is left out', async () => {
  await openPage(<ContentView {...plain} text={' \n'} source={{ title: '指南', year: 2020 }} />)
  expect(screen.getByText('这一篇还没有写好，过几天再来看。')).toBeTruthy()
  expect(screen.getByText('依据《指南》，2020 年')).toBeTruthy()
  expect(screen.queryByText(/审阅/)).toBeNull()
})
