import { routes } from '@suixing/contracts'
import { emptyDraft, type EnrolmentDraft } from './draft'
import { enrolRequest, firstOpen } from './enrol-request'

const agreement = { version: '1.0', scopes: ['care' as const] }
const full: EnrolmentDraft = { ...emptyDraft, hour: 'evening', diagnosisYear: 2014, therapy: 'oral' }

test.each([
  ['hour', emptyDraft],
  ['diagnosisYear', { ...emptyDraft, hour: 'lunch' }],
  ['family', { ...full, family: { name: '  ', relation: '女儿', notify: true } }],
  ['therapy', { ...full, therapy: null }],
] as const)('%s is the first question open', (open, draft) => {
  expect(firstOpen(draft)).toBe(open)
  expect(enrolRequest(agreement, draft)).toBeNull()
})

test('a full draft is a request the contract takes; a family not to be told is not sent', () => {
  const typed = { ...full, family: { name: '李敏', relation: '女儿', notify: false } }
  const body = enrolRequest(agreement, typed)
  expect(routes.enrol.body.parse(body)).toEqual(body)
  expect(body?.preferences.family).toBeNull()
})

test('names go without the spaces around them', () => {
  const body = enrolRequest(agreement, { ...full, family: { name: ' 李敏 ', relation: '女儿', notify: true } })
  expect(body?.preferences.family).toEqual({ name: '李敏', relation: '女儿', notify: true })
})
