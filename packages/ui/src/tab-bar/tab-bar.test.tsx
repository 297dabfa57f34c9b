/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { TabBar } from './tab-bar'

const tabs = [
  { id: 'today', label: '今天', icon: 'today' },
  { id: 'messages', label: '消息', icon: 'message' },
] as const

test('goes to another tab, marks what is new', () => {
  const onChange = jest.fn()
  render(<TabBar tabs={tabs} current="today" marked={['messages']} onChange={onChange} />)
  expect(screen.getAllByLabelText('有新的')).toHaveLength(1)
  fireEvent.click(screen.getByText('今天'))
  fireEvent.click(screen.getByText('消息'))
  expect(onChange.mock.calls).toEqual([['messages']])
})

test('counts what is unread, up to what there is room for', () => {
  const onChange = jest.fn()
  const bar = (unread: number) => (
    <TabBar tabs={tabs} current="today" counts={{ messages: unread }} onChange={onChange} />
  )
  const { rerender } = render(bar(7))
  expect(screen.getByLabelText('7 条未读').textContent).toBe('7')
  rerender(bar(140))
  expect(screen.getByLabelText('140 条未读').textContent).toBe('99+')
  rerender(bar(0))
  expect(screen.queryByLabelText(/未读/)).toBeNull()
})
