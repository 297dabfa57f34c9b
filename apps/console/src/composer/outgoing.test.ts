import { conversationFixture } from '../../testing/conversation-fixture'
import { xu } from '../../testing/programme-fixture'
import { ApiFailure } from '../api/api-failure'
import { notYetIn, requestOf, shownAs, type Outgoing } from './outgoing'

const base: Outgoing = {
  clientId: 'f1d9a2b4-0000-4000-8000-000000000001',
  at: conversationFixture.now,
  what: { kind: 'text', text: '在吗' },
  mediaId: null,
  state: 'sending',
  error: null,
  answer: null,
}
const file = { name: '脚.png', type: 'image/png', size: 12 } as File

it('asks the host for words, notes, cards and uploaded files', () => {
  const { clientId } = base
  expect(requestOf(base)).toEqual({ kind: 'text', clientId, text: '在吗' })
  expect(requestOf({ ...base, what: { kind: 'card', contentId: 'c', title: '脚' } })).toEqual({
    kind: 'card',
    clientId,
    contentId: 'c',
  })
  const picture: Outgoing = { ...base, what: { kind: 'image', file, preview: null } }
  expect(requestOf({ ...picture, mediaId: 'm' })).toEqual({ kind: 'image', clientId, mediaId: 'm' })
  expect(() => requestOf(picture)).toThrow('not uploaded')
})

it('is shown as it will be, under the name of who sends it', () => {
  expect(shownAs(base, xu, 'kf')).toMatchObject({
    text: '在吗',
    channel: 'kf',
    state: 'sending',
    author: { name: '许可' },
  })
  expect(shownAs({ ...base, what: { kind: 'note', text: 'n' } }, xu, 'kf').channel).toBe('note')
  const picture = shownAs({ ...base, what: { kind: 'image', file, preview: 'blob:1' } }, xu, 'miniChat')
  expect(picture).toMatchObject({ text: '[图片]', content: { media: { url: 'blob:1', state: 'stored' } } })
})

it('says why it did not go', () =>
  expect(shownAs({ ...base, state: 'failed', error: new ApiFailure('too-large', 'm') }, xu, 'kf').failure?.zh).toBe(
    '文件太大，微信不收',
  ))

it('steps back once the conversation holds it, by clientId or by the id the host gave', () => {
  const [message] = conversationFixture.messages
  const answered: Outgoing = {
    ...base,
    state: 'accepted',
    answer: {
      message: { ...message!, id: 'host-1' },
      window: { open: false, left: 0, closesAt: null },
      via: 'kf',
      told: 'not-needed',
    },
  }
  expect(notYetIn([base], [message!])).toEqual([base])
  expect(notYetIn([base], [{ ...message!, clientId: base.clientId }])).toEqual([])
  expect(notYetIn([answered], [{ ...message!, id: 'host-1' }])).toEqual([])
})
