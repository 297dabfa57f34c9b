import { memoryPlatform } from '../platform/memory-platform'
import { joined, keptDraft } from './draft'

it('outlives the page, by person and conversation', () => {
  const { kept } = memoryPlatform()
  keptDraft(kept, 'lin', 'a').write({ as: 'note', text: '写到一半' })
  expect(keptDraft(kept, 'lin', 'a').read()).toEqual({ as: 'note', text: '写到一半' })
  expect(keptDraft(kept, 'chen', 'a').read().text).toBe('')
  expect(keptDraft(kept, 'lin', 'b').read().text).toBe('')
})

it('is gone when emptied, and empty when not readable', () => {
  const { kept } = memoryPlatform()
  const draft = keptDraft(kept, 'lin', 'a')
  draft.write({ as: 'message', text: '好' })
  draft.write({ as: 'message', text: '' })
  expect(kept.read('talk-draft:lin:a')).toBeUndefined()
  kept.write('talk-draft:lin:a', '好')
  expect(draft.read()).toEqual({ as: 'message', text: '' })
})

it.each([
  ['', '多久了？', '多久了？'],
  ['多久了？', '周四来', '多久了？周四来'],
  ['您好', '周四来', '您好，周四来'],
  ['您好，周四来', '周四来', '您好，周四来'],
])('「%s」 and 「%s」 make 「%s」', (draft, text, together) => {
  expect(joined(draft, text)).toBe(together)
})
