/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { Segmented } from './segmented'

test('a tap chooses another segment; the chosen one stays as it is', () => {
  const onChange = jest.fn()
  const segments = [
    { value: 1, label: '今天' },
    { value: 14, label: '近 14 天' },
  ]
  render(<Segmented segments={segments} value={14} onChange={onChange} />)
  fireEvent.click(screen.getByText('近 14 天'))
  fireEvent.click(screen.getByText('今天'))
  expect(onChange.mock.calls).toEqual([[1]])
  expect(screen.getByText('近 14 天').getAttribute('aria-selected')).toBe('true')
})
