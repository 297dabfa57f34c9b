import { onMemoryPhone } from '../../testing/on-memory-phone'
import { emptyDraft, forgetDraft, readDraft, writeDraft } from './draft'

test('what was typed is there after the app was closed, for its own enrolment only', () => {
  onMemoryPhone('invited')
  writeDraft('en-1', { ...emptyDraft, hour: 'evening' })
  expect(readDraft('en-1').hour).toBe('evening')
  expect(readDraft('en-2')).toEqual(emptyDraft)
  forgetDraft('en-1')
  expect(readDraft('en-1')).toEqual(emptyDraft)
})

test('what cannot be read is an empty draft', () => {
  const { phone } = onMemoryPhone('invited')
  phone.storage.write('draft:en-1', '{')
  expect(readDraft('en-1')).toEqual(emptyDraft)
})
