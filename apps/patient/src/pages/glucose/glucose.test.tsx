/** @jest-environment jsdom */
import { fireEvent, screen } from '@testing-library/react'
import type { Person } from '../../../testing/fixture-host'
import { onMemoryPhone } from '../../../testing/on-memory-phone'
import { openPage } from '../../../testing/open-page'
import { session } from '../../api'
import GlucosePage from './index'

const open = async (person: Person) => {
  const held = onMemoryPhone(person)
  await session.renew()
  held.phone.file = { name: '血糖记录.csv', bytes: new Uint8Array([1, 2, 3]).buffer }
  return {
    ...held,
    show: () => openPage(<GlucosePage />),
  }
}
const imports = (host: Awaited<ReturnType<typeof open>>['host']) =>
  host.asked.filter(({ route }) => route === 'patientGlucoseImport')

test('a share stands with its n of N, and the span can be changed', async () => {
  const { show, phone } = await open('enrolled')
  await show()
  expect(await screen.findByText('28 次里有 23 次')).toBeTruthy()
  fireEvent.click(screen.getByText('近 90 天'))
  expect(await screen.findByText('180 次里有 148 次')).toBeTruthy()
  expect(phone.requests.some(({ path }) => path === '/api/patient/glucose?days=90')).toBe(true)
})

test('large type is its own layout over seven days', async () => {
  const { show, phone } = await open('enrolled')
  phone.storage.write('large-type', 'on')
  await show()
  expect(await screen.findByText('这 7 天')).toBeTruthy()
  expect(screen.queryByText('近 90 天')).toBeNull()
})

test('nothing measured yet: one sentence, one way on', async () => {
  const { show } = await open('enrolled-empty')
  await show()
  expect(await screen.findByText(/还没有血糖记录/)).toBeTruthy()
  expect(screen.getByText('导入文件')).toBeTruthy()
})

test('a file is shown before it is stored; lines that cannot be read are named', async () => {
  const { show, host } = await open('enrolled')
  await show()
  fireEvent.click(await screen.findByText('导入文件'))
  expect(await screen.findByText('现在还没有保存任何内容。')).toBeTruthy()
  expect(screen.getByText('第 17 行')).toBeTruthy()
  expect(imports(host)).toHaveLength(1)
  fireEvent.click(screen.getByText('收下 118 条'))
  expect(await screen.findByText('已收下 118 条')).toBeTruthy()
  expect(imports(host)).toHaveLength(2)
})

test.each([
  ['unit-unsure', 'mg/dL', 'unit=mg%2FdL'],
  ['date-order-unsure', '日在前', 'dateOrder=DMY'],
] as const)('%s: the person is asked, and the file read again with the answer', async (code, answer, query) => {
  const { show, host, phone } = await open('enrolled')
  host.failNext('patientGlucoseImport', code)
  await show()
  fireEvent.click(await screen.findByText('导入文件'))
  fireEvent.click(await screen.findByText(answer))
  expect(await screen.findByText('看过再收')).toBeTruthy()
  expect(phone.requests.some(({ path }) => path.includes(query) && path.includes('timeZone=Asia%2FShanghai'))).toBe(
    true,
  )
})

test('a file that cannot be read stores nothing and says so', async () => {
  const { show, host } = await open('enrolled')
  host.failNext('patientGlucoseImport', 'file-not-readable')
  await show()
  fireEvent.click(await screen.findByText('导入文件'))
  expect((await screen.findByRole('alert')).textContent).toContain('没有保存任何内容')
})
