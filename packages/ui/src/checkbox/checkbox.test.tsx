/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { Checkbox } from './checkbox'

test('the whole row ticks and unticks', () => {
  const onChange = jest.fn()
  const { rerender } = render(<Checkbox label="同意" detail="不选也可以" checked={false} onChange={onChange} />)
  fireEvent.click(screen.getByText('不选也可以'))
  rerender(<Checkbox label="同意" checked onChange={onChange} />)
  fireEvent.click(screen.getByText('同意'))
  expect(onChange.mock.calls).toEqual([[true], [false]])
  expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('true')
})
