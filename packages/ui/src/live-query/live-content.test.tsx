/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { ApiFailure } from '../api-client/api-failure'
import { LiveContent } from './live-content'

const reload = jest.fn()

test('a failure says what happened, what is safe, and offers another try', () => {
  const live = { status: 'failed' as const, failure: new ApiFailure('unreachable'), reload }
  render(<LiveContent live={live}>{() => null}</LiveContent>)
  expect(screen.getByRole('alert').textContent).toContain('这次没连上')
  fireEvent.click(screen.getByText('再试一次'))
  expect(reload).toHaveBeenCalledTimes(1)
})

test('a value is drawn, also beside a later failure', () => {
  const live = { status: 'ready' as const, value: '七点八', failure: new ApiFailure('unreachable'), reload }
  render(<LiveContent live={live}>{(value) => <p>{value}</p>}</LiveContent>)
  expect(screen.getByText('七点八')).toBeTruthy()
})
