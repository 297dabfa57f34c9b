import type { Content } from '../../src/world/chat'
import type { ChatView, ViewedMessage } from '../sandbox/views'
import { faceBeside, lastLine, timeAbove } from './chat-words'

const says = (content: Content, from: ViewedMessage['from'] = 'corp', at = 0): ViewedMessage => ({
  id: '1',
  at,
  from,
  by: '',
  content,
  readByPatient: true,
})
const chat = (kind: ChatView['kind'], ...messages: ViewedMessage[]): ChatView =>
  ({ id: kind, kind, title: '周宁', messages }) as ChatView
const text = (said: string): Content => ({ type: 'text', text: said })

test('in the kf chat a signed person shows their own face, everything else the assistant', () => {
  const kf = chat('kf')
  expect(faceBeside(says(text('林致远 主治医师：\n好')), kf, '王秀兰')).toEqual({ kind: 'person', name: '林致远' })
  expect(faceBeside(says(text('「智能助手」\n好')), kf, '王秀兰')).toEqual({ kind: 'assistant' })
  expect(faceBeside(says({ type: 'menu', head: '', items: [], tail: '' }), kf, '王秀兰')).toEqual({ kind: 'assistant' })
  expect(faceBeside(says(text('好'), 'patient'), kf, '王秀兰')).toEqual({ kind: 'patient', name: '王秀兰' })
})

test('a staff chat shows its member', () => {
  expect(faceBeside(says(text('好')), chat('staff'), '王秀兰')).toEqual({ kind: 'person', name: '周宁' })
})

test.each<[Content, string]>([
  [text('第一行\n第二行'), '第一行 第二行'],
  [{ type: 'miniprogram', title: '点这里加入', appid: 'a', path: 'p', mediaId: null }, '[小程序] 点这里加入'],
  [{ type: 'image', mediaId: 'm', url: null, name: 'a.png' }, '[图片] a.png'],
])('the list tells the newest message in one line', (content, line) => {
  expect(lastLine(chat('kf', says(text('旧')), says(content)))).toBe(line)
})

test('the time stands above the first message and after three quiet minutes', () => {
  const first = says(text('好'), 'corp', 0)
  expect(timeAbove(first, undefined)).toBe(true)
  expect(timeAbove(says(text('好'), 'corp', 179_999), first)).toBe(false)
  expect(timeAbove(says(text('好'), 'corp', 180_000), first)).toBe(true)
})
