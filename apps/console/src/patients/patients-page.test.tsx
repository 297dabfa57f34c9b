/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { renderConsole } from '../../testing/render-console'

const listed = (requests: ReturnType<typeof renderConsole>['requests']) =>
  requests.filter(({ path, query }) => path === '/api/console/patients' && query.get('limit') === '50')

it('finds by name without writing the name into the address', async () => {
  const { router, requests } = renderConsole('/patients')
  await screen.findByText('赵国强')
  fireEvent.change(screen.getByLabelText('按姓名找'), { target: { value: '王秀兰' } })
  await waitFor(() => expect(screen.queryByText('赵国强')).toBeNull())
  expect(screen.getByText('王秀兰')).toBeTruthy()
  expect(listed(requests).at(-1)?.query.get('q')).toBe('王秀兰')
  expect(router.state.location.search).toBe('')
})

it('takes a search from the top bar', async () => {
  const { router, requests } = renderConsole('/programmes/diabetes-t2')
  const field = await screen.findByLabelText('按姓名搜索患者')
  fireEvent.change(field, { target: { value: '郑海涛' } })
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })
  await waitFor(() => expect(router.state.location.pathname).toBe('/patients'))
  await waitFor(() => expect(listed(requests).at(-1)?.query.get('q')).toBe('郑海涛'))
  expect(router.state.location.search).toBe('')
})

it('asks for the programme, status and need of the address, and for nothing it does not know', async () => {
  const { requests } = renderConsole('/patients?programmeId=diabetes-t2&needs=waiting-reply&status=paused')
  await screen.findByText('孙丽华')
  expect(Object.fromEntries(listed(requests)[0]!.query)).toEqual({
    programmeId: 'diabetes-t2',
    needs: 'waiting-reply',
    status: 'paused',
    limit: '50',
  })
})

it('leaves out a need or status that does not exist', async () => {
  const { requests } = renderConsole('/patients?needs=nonsense&status=nonsense')
  await screen.findByText('王秀兰')
  expect(Object.fromEntries(listed(requests)[0]!.query)).toEqual({ limit: '50' })
})

it('pages by the cursor it was handed, there and back', async () => {
  const { requests } = renderConsole('/patients')
  await screen.findByText('韩立新')
  fireEvent.click(screen.getByRole('button', { name: '下一页' }))
  await waitFor(() => expect(screen.queryByText('韩立新')).toBeNull())
  expect(listed(requests).at(-1)?.query.get('after')).toBe('cursor-2')
  expect(screen.getByText('第 51–52 位，共 1,547 位')).toBeTruthy()
  expect(screen.getByRole('button', { name: '下一页' }).hasAttribute('disabled')).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '上一页' }))
  expect(await screen.findByText('韩立新')).toBeTruthy()
})

it('opens a patient', async () => {
  const { router } = renderConsole('/patients')
  fireEvent.click(await screen.findByText('王秀兰'))
  await waitFor(() => expect(router.state.location.pathname).toBe('/patients/pt-wang'))
})

it('saves the shown list as CSV', async () => {
  const saved: Blob[] = []
  URL.createObjectURL = (blob: Blob) => {
    saved.push(blob)
    return 'blob:list'
  }
  URL.revokeObjectURL = () => {}
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  renderConsole('/patients?status=paused')
  await screen.findByText('孙丽华')
  fireEvent.click(screen.getByRole('button', { name: '导出 CSV' }))
  expect(click).toHaveBeenCalledTimes(1)
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(saved[0]!)
  })
  expect(text.split('\r\n')).toHaveLength(3)
  expect(text).toContain('孙丽华,暂停,林致远')
  click.mockRestore()
})

it('tells no patients from none found', async () => {
  const none = { consolePatients: () => ({ rows: [], next: null, total: 0 }) }
  const { unmount } = renderConsole('/patients', none)
  expect(await screen.findByText('还没有患者')).toBeTruthy()
  unmount()
  renderConsole('/patients?status=lost', none)
  expect(await screen.findByText('没有符合的患者')).toBeTruthy()
})

it('gives no total for a name or a need, which the host does not count', async () => {
  renderConsole('/patients?needs=waiting-reply')
  expect(await screen.findByText('第 1–14 位，后面还有')).toBeTruthy()
  expect(screen.queryByText(/共 1,547 位/)).toBeNull()
})
