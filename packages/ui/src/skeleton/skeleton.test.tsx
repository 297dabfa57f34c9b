/** @jest-environment jsdom */
import { act, render } from '@testing-library/react'
import { Skeleton } from './skeleton'

test('shows nothing for 300 ms, then a line for each row', () => {
  jest.useFakeTimers()
  const { container } = render(<Skeleton cards={[2, 3]} />)
  act(() => void jest.advanceTimersByTime(299))
  expect(container.innerHTML).toBe('')
  act(() => void jest.advanceTimersByTime(1))
  expect(container.querySelectorAll('.sx-skeleton')).toHaveLength(2)
  expect(container.querySelectorAll('.sx-skeleton__line')).toHaveLength(5)
  jest.useRealTimers()
})
