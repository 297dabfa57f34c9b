import type { MessageView } from '@suixing/contracts'
import { messageLook } from './message-look'

const look = (part: Partial<MessageView>) =>
  messageLook(
    { id: 'm', at: '', author: { kind: 'assistant' }, text: '', channel: 'kf', state: 'sent', ...part },
    'lin',
  )
const staff = (staffId: string, name: string) => ({ kind: 'staff' as const, staffId, name, title: '主治医师' })

it.each([
  [{ author: { kind: 'patient', name: '王秀兰' } }, 'patient', '王秀兰', '微信客服'],
  [
    { author: { kind: 'family', name: '王芳', relation: '女儿' }, channel: 'miniChat' },
    'patient',
    '女儿 王芳',
    '小程序',
  ],
  [{}, 'assistant', '智能助手', '微信客服'],
  [{ author: staff('lin', '林致远') }, 'person', '您', '微信客服'],
  [{ author: staff('chen', '陈思远'), channel: 'contact' }, 'person', '陈思远 主治医师', '企业微信'],
  [{ author: staff('lin', '林致远'), channel: 'note' }, 'note', '内部备注 · 您', '只有同事看得到'],
  [{ author: { kind: 'system' }, touchpointId: 't' }, 'product', '随访', '微信客服'],
] as const)('%j stands on %s, said by %s through %s', (part, ground, who, channel) => {
  expect(look(part)).toMatchObject({ ground, who, channel })
})

it('puts the system’s own lines at the edge, the patient’s side apart from the team’s', () => {
  expect(look({ author: { kind: 'system' } }).side).toBe('edge')
  expect(look({ author: { kind: 'patient', name: '王' } }).side).toBe('patient')
  expect(look({}).side).toBe('team')
})
