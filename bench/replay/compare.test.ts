import { differences, hashOf } from './compare'

const state = { messages: { 'line 1': { text: '您好', answers: null }, 'line 2': { text: '谢谢', answers: null } } }

it('hashes a state whatever the order of its names', () => {
  const turned = { messages: { 'line 2': { answers: null, text: '谢谢' }, 'line 1': { answers: null, text: '您好' } } }
  expect(hashOf(turned)).toBe(hashOf(state))
  expect(differences(state, turned)).toEqual([])
})

it('hashes lists by their order', () => {
  expect(hashOf({ phones: { p01: ['一', '二'] } })).not.toBe(hashOf({ phones: { p01: ['二', '一'] } }))
})

it('names what differs, and what is missing on either side', () => {
  const other = { messages: { 'line 1': { text: '您好', answers: 'line 0' } }, files: { 'file of line 3': {} } }
  expect(hashOf(other)).not.toBe(hashOf(state))
  expect(differences(state, other)).toEqual([
    { kind: 'files', name: 'file of line 3', one: null, other: {} },
    { kind: 'messages', name: 'line 1', one: state.messages['line 1'], other: other.messages['line 1'] },
    { kind: 'messages', name: 'line 2', one: state.messages['line 2'], other: null },
  ])
})
