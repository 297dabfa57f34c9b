/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { ErrorState } from './error-state'
import { Notice } from './notice'

test('what happened, what is safe, what to do', () => {
  const onPress = jest.fn()
  render(<ErrorState what="这次没连上" safe="您填的都还在" todo={{ text: '再试一次', onPress }} />)
  expect(screen.getByRole('alert').textContent).toBe('这次没连上您填的都还在再试一次')
  fireEvent.click(screen.getByText('再试一次'))
  expect(onPress).toHaveBeenCalledTimes(1)
})

test('a notice that warns is an alert, a calm one a note', () => {
  render(<Notice tone="warn" text="请选一个时间" />)
  render(<Notice tone="calm" text="已转给医生" />)
  expect(screen.getByRole('alert').textContent).toBe('请选一个时间')
  expect(screen.getByRole('note').textContent).toBe('已转给医生')
})
