/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { FixtureError, workingAnswers, type Answers } from '../../testing/fixture-answers'
import { renderConsole } from '../../testing/render-console'
import { ImportDialog } from './import-dialog'

const open = (changed: Answers = {}) =>
  renderConsole('/', changed, [
    { path: '/', element: <ImportDialog patientId="pt-wang" timeZone="Asia/Shanghai" onClose={() => {}} /> },
  ])
const choose = async (name: string) => {
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(dialog.querySelector('input[type=file]')!, {
    target: { files: [new File(['a,b'], name, { type: 'text/csv' })] },
  })
  return within(dialog)
}
const sent = (requests: ReturnType<typeof renderConsole>['requests']) =>
  requests.filter(({ path }) => path.endsWith('/glucose-imports'))

it('shows what would be taken before anything is written, then writes it', async () => {
  const { requests } = open()
  const dialog = await choose('libre.csv')
  expect(await dialog.findByText('会写入')).toBeTruthy()
  expect(dialog.getByText('「---」不是数字')).toBeTruthy()
  expect(dialog.getByText('88')).toBeTruthy()
  expect(sent(requests).map(({ query }) => query.get('mode'))).toEqual(['preview'])
  fireEvent.click(dialog.getByRole('button', { name: '导入 1,288 个读数' }))
  expect(await screen.findByText('已写入')).toBeTruthy()
  const commit = sent(requests).at(-1)!
  expect(Object.fromEntries(commit.query)).toEqual({ mode: 'commit', timeZone: 'Asia/Shanghai', fileName: 'libre.csv' })
  expect(commit.headers['content-type']).toBe('application/octet-stream')
  expect(commit.body).toBeInstanceOf(File)
})

it('asks for the unit when the host is unsure, and previews again with it', async () => {
  const { requests } = open()
  const dialog = await choose('unsure.csv')
  expect(await dialog.findByText('看不出文件里的单位')).toBeTruthy()
  expect(dialog.getByRole('button', { name: '导入' }).hasAttribute('disabled')).toBe(true)
  fireEvent.click(dialog.getByRole('radio', { name: /mg\/dL/ }))
  await dialog.findByText('会写入')
  expect(sent(requests).map(({ query }) => query.get('unit'))).toEqual([null, 'mg/dL'])
})

it('says that a file cannot be read and writes nothing', async () => {
  open({ consoleGlucoseImport: () => new FixtureError('file-not-readable') })
  const dialog = await choose('photo.csv')
  expect((await dialog.findByRole('alert')).textContent).toContain('没有写入任何读数')
  await waitFor(() => expect(dialog.getByRole('button', { name: '导入' }).hasAttribute('disabled')).toBe(true))
})

it('asks how dates are written, and commits with the same answers', async () => {
  const unsure = ({ query }: { query: URLSearchParams }) =>
    query.get('dateOrder')
      ? workingAnswers.consoleGlucoseImport!({ params: [], query, body: null })
      : new FixtureError('date-order-unsure')
  const { requests } = open({ consoleGlucoseImport: unsure })
  const dialog = await choose('dates.csv')
  fireEvent.click(await dialog.findByRole('radio', { name: /日\/月\/年/ }))
  fireEvent.click(await dialog.findByRole('button', { name: '导入 1,288 个读数' }))
  await screen.findByText('已写入')
  expect(sent(requests).map(({ query }) => [query.get('mode'), query.get('dateOrder')])).toEqual([
    ['preview', null],
    ['preview', 'DMY'],
    ['commit', 'DMY'],
  ])
  expect(screen.getByText(/时钟在这里往回拨了/)).toBeTruthy()
})
