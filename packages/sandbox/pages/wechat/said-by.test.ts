import { saidBy } from './said-by'

test.each([
  ['「智能助手」\n多数 2 型糖尿病朋友', { kind: 'assistant' }],
  ['林致远 主治医师：\n脚麻多久了？', { kind: 'person', name: '林致远' }],
  ['周宁 健康管理师:\n您好', { kind: 'person', name: '周宁' }],
  ['您好，我们在', { kind: 'unsigned' }],
  ['今天 的安排：去门诊', { kind: 'unsigned' }],
  ['', { kind: 'unsigned' }],
])('%j', (text, by) => expect(saidBy(text)).toEqual(by))
