import { memoryPlatform } from '../platform/memory-platform'
import { joined, keptDraft } from './draft'

const empty = { as: 'message', message: '', note: '' } as const

it('outlives the page, by person and conversation', () => {
  const { kept } = memoryPlatform()
  const half = { as: 'note', message: '写到一半', note: '已电话' } as const
  keptDraft(kept, 'lin', 'a').write(half)
  expect(keptDraft(kept, 'lin', 'a').read()).toEqual(half)
  expect(keptDraft(kept, 'chen', 'a').read()).toEqual(empty)
  expect(keptDraft(kept, 'lin', 'b').read()).toEqual(empty)
})

it('is gone when emptied, and empty when not readable', () => {
  const { kept } = memoryPlatform()
  const draft = keptDraft(kept, 'lin', 'a')
  draft.write({ ...empty, message: '好' })
  draft.write({ ...empty, as: 'note' })
  expect(kept.read('talk-draft:lin:a')).toBeUndefined()
  for (const broken of ['好', '{"message":1,"note":""}', 'null']) {
    kept.write('talk-draft:lin:a', broken)
    expect(draft.read()).toEqual(empty)
  }
})

it.each([
  ['', '多久了？', '多久了？'],
  ['多久了？', '周四来', '多久了？周四来'],
  ['您好', '周四来', '您好，周四来'],
  ['您好，周四来', '周四来', '您好，周四来'],
])('「%s」 and 「%s」 make 「%s」', (draft, text, together) => {
  expect(joined(draft, text)).toBe(together)
})
