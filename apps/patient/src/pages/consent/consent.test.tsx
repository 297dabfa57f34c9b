/** @jest-environment jsdom */
import { fireEvent, screen } from '@testing-library/react'
import { asked as visited, router } from '../../../../../testing/taro'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import { session } from '../../api'
import { agreementOf, forgetAgreement } from '../../enrolment/agreement'
import ConsentPage from './index'

beforeEach(async () => {
  onMemoryPhone('invited')
  await session.renew()
  forgetAgreement('en-1')
  visited.length = 0
  router.params = { enrolment: 'en-1' }
  await openPage(<ConsentPage />)
  await screen.findByText('隐去姓名后可用于研究')
})

test('nothing is ticked beforehand, and without the tick nobody joins', () => {
  for (const box of screen.getAllByRole('checkbox')) expect(box.getAttribute('aria-checked')).toBe('false')
  fireEvent.click(screen.getByText('同意并加入'))
  expect(screen.getByRole('alert').textContent).toContain('勾选第一项')
  expect(agreementOf('en-1')).toBeNull()
  expect(visited).toEqual([])
})

test('research is apart: leaving it out still joins', () => {
  fireEvent.click(screen.getByText('同意这样使用我的健康信息'))
  fireEvent.click(screen.getByText('同意并加入'))
  expect(agreementOf('en-1')).toEqual({ version: '1.0', scopes: ['care'] })
  expect(visited).toMatchObject([{ name: 'navigateTo', options: { url: '/pages/enrol/index?enrolment=en-1' } }])
})

test('research alone is not enough', () => {
  fireEvent.click(screen.getByText('隐去姓名后可用于研究'))
  fireEvent.click(screen.getByText('同意并加入'))
  expect(agreementOf('en-1')).toBeNull()
})
