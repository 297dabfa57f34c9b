/** @jest-environment jsdom */
import { draftStore } from './draft-store'

beforeEach(() => draftStore.forget())
afterEach(() => jest.restoreAllMocks())

it('keeps a draft by person and conversation', () => {
  draftStore.write('xu', 'c1', '先量一下')
  expect(draftStore.read('xu', 'c1')).toBe('先量一下')
  expect(draftStore.read('xu', 'c2')).toBe('')
  expect(draftStore.read('lin', 'c1')).toBe('')
  expect(window.localStorage.length).toBe(1)
  draftStore.write('xu', 'c1', '')
  expect(window.localStorage.length).toBe(0)
})

it('forgets drafts and nothing else', () => {
  window.localStorage.setItem('other', '1')
  draftStore.write('xu', 'c1', '先量一下')
  draftStore.forget()
  expect(Object.keys(window.localStorage)).toEqual(['other'])
  expect(draftStore.read('xu', 'c1')).toBe('')
})

it('keeps it in memory where nothing may be stored', () => {
  const refuse = () => {
    throw new Error('denied')
  }
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
  draftStore.write('xu', 'c1', '先量一下')
  expect(draftStore.read('xu', 'c1')).toBe('先量一下')
})
