/** @jest-environment jsdom */
import { act, fireEvent, screen } from '@testing-library/react'
import { asked as visited, router } from '../../../../../testing/taro'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import { session } from '../../api'
import { agree, agreementOf } from '../../enrolment/agreement'
import { readDraft } from '../../enrolment/draft'
import EnrolPage from './index'

const open = async () => {
  const held = onMemoryPhone('invited')
  await session.renew()
  agree('en-1', { version: '1.0', scopes: ['care'] })
  router.params = { enrolment: 'en-1' }
  await openPage(<EnrolPage />)
  await screen.findByText('什么时候联系您方便')
  return held
}
const tap = (text: string) => fireEvent.click(screen.getByText(text))
const answerAll = () => {
  tap('傍晚')
  fireEvent.click(screen.getByLabelText('少一'))
  tap('下一步')
  tap('吃降糖药')
}
const sentBodies = (host: Awaited<ReturnType<typeof open>>['host']) =>
  host.asked.filter(({ route }) => route === 'enrol')

test('says which answer is missing and stays', async () => {
  await open()
  tap('下一步')
  expect(screen.getByRole('alert').textContent).toBe('请选一个方便联系的时间。')
  tap('傍晚')
  tap('下一步')
  expect(screen.getByRole('alert').textContent).toContain('哪一年确诊')
})

test('a send that did not arrive loses nothing and is sent again by the same button', async () => {
  const { host } = await open()
  answerAll()
  host.failNext('enrol', 'internal')
  tap('完成加入')
  expect((await screen.findByRole('alert')).textContent).toContain('您填的都还在')
  expect(readDraft('en-1')).toMatchObject({ hour: 'evening', diagnosisYear: 2020, therapy: 'oral' })
  tap('完成加入')
  await screen.findByText('您已加入随行')
  expect(sentBodies(host)).toHaveLength(2)
  expect(readDraft('en-1').hour).toBeNull()
})

test('two taps are one request', async () => {
  const { host } = await open()
  answerAll()
  const button = screen.getByText('完成加入')
  act(() => {
    button.click()
    button.click()
  })
  await screen.findByText('您已加入随行')
  expect(sentBodies(host)).toHaveLength(1)
})

test('a newer consent text is read and agreed to again; the answers stay', async () => {
  const { host } = await open()
  answerAll()
  host.failNext('enrol', 'consent-outdated')
  tap('完成加入')
  expect((await screen.findByRole('alert')).textContent).toContain('知情同意书有了新版')
  expect(agreementOf('en-1')).toBeNull()
  tap('去看知情同意书')
  expect(visited[visited.length - 1]).toMatchObject({
    name: 'redirectTo',
    options: { url: '/pages/consent/index?enrolment=en-1' },
  })
  expect(readDraft('en-1').therapy).toBe('oral')
})
