import { createCallbackCipher } from '@suixing/wecom'
import { corpKeys } from '../setup/settings'
import { doorbellEvents, tagEvents } from './event-kinds'
import { sealer } from './sealed-event'

const cipher = createCallbackCipher({
  token: corpKeys.token,
  encodingAesKey: corpKeys.encodingAesKey,
  receiveId: corpKeys.corpId,
})
const atMs = Date.UTC(2026, 10, 23, 2)

it.each([
  ['change_external_tag', tagEvents(corpKeys.corpId)],
  ['kf_msg_or_event', doorbellEvents(corpKeys.corpId, { openKfid: 'wk1', token: 'T' })],
])('%s is what the product accepts, under the key the bench looks for', (event, write) => {
  const { path, body, digest } = sealer(corpKeys)(write(atMs), atMs)
  const opened = cipher.open({ query: Object.fromEntries(new URL(path, 'http://host').searchParams), body })
  expect(opened.fields['Event']).toBe(event)
  expect(opened.digest).toBe(digest)
})

it('never makes the same event twice', () => {
  const write = tagEvents(corpKeys.corpId)
  expect(new Set(Array.from({ length: 100 }, () => sealer(corpKeys)(write(atMs), atMs).digest)).size).toBe(100)
})
