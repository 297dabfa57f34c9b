/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { onMemoryPhone } from '../../testing/on-memory-phone'
import { openPage } from '../../testing/open-page'
import { session } from '../api'
import { RatingCard } from './rating-card'
import { ReplyNoticeCard } from './reply-notice-card'

const phoneOf = async () => {
  const held = onMemoryPhone('waiting')
  await session.renew()
  return held
}
const rate = { handOverId: 'ho-1', name: '林致远' }
const wait = { waitingSince: '2026-11-24T00:47:00.000Z', replyTemplateId: 'template-1' }

test.each([
  ['帮到了', 3],
  ['一般', 2],
  ['没帮到', 1],
])('%s: one tap, then thanks', async (text, score) => {
  const { host } = await phoneOf()
  await openPage(<RatingCard rate={rate} />)
  fireEvent.click(screen.getByText(text))
  expect(screen.getByRole('status').textContent).toBe('谢谢您，我们会照着改进。')
  await waitFor(() => expect(host.talk.heard.rated).toEqual([score]))
})

test('an answer that did not arrive is asked for again', async () => {
  const { host } = await phoneOf()
  host.network.state = 'away'
  await openPage(<RatingCard rate={rate} />)
  fireEvent.click(screen.getByText('帮到了'))
  expect((await screen.findByRole('alert')).textContent).toContain('请再点一次')
  host.network.state = 'there'
  fireEvent.click(screen.getByText('一般'))
  await waitFor(() => expect(host.talk.heard.rated).toEqual([2]))
})

test('nothing to rate, nothing asked', async () => {
  await phoneOf()
  await openPage(<RatingCard rate={null} />)
  expect(screen.queryByText('这次帮到您了吗？')).toBeNull()
})

test('WeChat is asked inside the tap, the answer is told, and a wait is asked about once', async () => {
  const { phone, host } = await phoneOf()
  const asked = jest.spyOn(phone, 'requestSubscribeMessage')
  await openPage(<ReplyNoticeCard page={wait} />)
  fireEvent.click(screen.getByText('有回复时微信提醒我'))
  // Before anything else had a turn.
  expect(asked).toHaveBeenCalledWith(['template-1'])
  expect(await screen.findByText('好的，有回复时微信会告诉您。')).toBeTruthy()
  await waitFor(() => expect(host.talk.heard.subscribed).toEqual([{ 'template-1': 'accept' }]))
  document.body.replaceChildren()
  await openPage(<ReplyNoticeCard page={wait} />)
  expect(screen.queryByText('有回复时微信提醒我')).toBeNull()
  await openPage(<ReplyNoticeCard page={{ ...wait, waitingSince: '2026-11-24T05:00:00.000Z' }} />)
  expect(screen.getByText('有回复时微信提醒我')).toBeTruthy()
  asked.mockRestore()
})

test('a no is told too, and no harm', async () => {
  const { phone, host } = await phoneOf()
  phone.subscribeAnswer = 'reject'
  await openPage(<ReplyNoticeCard page={wait} />)
  fireEvent.click(screen.getByText('有回复时微信提醒我'))
  expect(await screen.findByText('没关系，回复会在这里等您。')).toBeTruthy()
  await waitFor(() => expect(host.talk.heard.subscribed).toEqual([{ 'template-1': 'reject' }]))
})

test('nobody waits, or no template: nothing is asked', async () => {
  await phoneOf()
  await openPage(<ReplyNoticeCard page={{ ...wait, waitingSince: null }} />)
  await openPage(<ReplyNoticeCard page={{ ...wait, replyTemplateId: null }} />)
  expect(screen.queryByText('有回复时微信提醒我')).toBeNull()
})
