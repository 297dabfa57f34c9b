/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { Switch } from './switch'

test('asks for the opposite and says its state', () => {
  const onChange = jest.fn()
  render(<Switch label="大字" on onChange={onChange} />)
  fireEvent.click(screen.getByLabelText('大字'))
  expect(onChange).toHaveBeenCalledWith(false)
  expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('true')
})
