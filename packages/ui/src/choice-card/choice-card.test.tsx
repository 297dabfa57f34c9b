/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { ChoiceCard, ChoiceGrid } from './choice-card'

test('the chosen one carries a check besides its colour', () => {
  const onChoose = jest.fn()
  const { container } = render(
    <ChoiceGrid>
      <ChoiceCard title="午饭前后" detail="11:30–13:00" chosen={false} onChoose={onChoose} />
      <ChoiceCard title="傍晚" chosen onChoose={() => undefined} />
    </ChoiceGrid>,
  )
  expect(container.querySelectorAll('.sx-icon--check')).toHaveLength(1)
  fireEvent.click(screen.getByText('11:30–13:00'))
  expect(onChoose).toHaveBeenCalledTimes(1)
})
