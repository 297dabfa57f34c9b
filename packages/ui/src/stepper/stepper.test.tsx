/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { Stepper } from './stepper'

test('steps by one and stops at its bounds', () => {
  const onChange = jest.fn()
  const { rerender } = render(<Stepper value={2025} from={1950} to={2026} onChange={onChange} unit="年" />)
  fireEvent.click(screen.getByLabelText('多一'))
  fireEvent.click(screen.getByLabelText('少一'))
  expect(onChange.mock.calls).toEqual([[2026], [2024]])
  rerender(<Stepper value={2026} from={1950} to={2026} onChange={onChange} />)
  fireEvent.click(screen.getByLabelText('多一'))
  rerender(<Stepper value={1950} from={1950} to={2026} onChange={onChange} />)
  fireEvent.click(screen.getByLabelText('少一'))
  expect(onChange).toHaveBeenCalledTimes(2)
  expect(screen.getByLabelText('少一').getAttribute('aria-disabled')).toBe('true')
})
