/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { DangerButton, PrimaryButton } from './button'

test('takes a tap when ready', () => {
  const onPress = jest.fn()
  render(<PrimaryButton text="加入" onPress={onPress} />)
  fireEvent.click(screen.getByRole('button'))
  expect(onPress).toHaveBeenCalledTimes(1)
})

test.each(['busy', 'off'] as const)('takes none when %s', (state) => {
  const onPress = jest.fn()
  render(<DangerButton text="确认退出" state={state} onPress={onPress} />)
  fireEvent.click(screen.getByRole('button'))
  expect(onPress).not.toHaveBeenCalled()
  expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true')
})
