/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { Avatar } from '../avatar/avatar'
import { TagLabel } from '../tag-label/tag-label'
import { ListRow } from './list-row'

test('a row that leads somewhere shows it and takes a tap anywhere', () => {
  const onPress = jest.fn()
  const { container } = render(
    <ListRow
      lead={<Avatar name="王秀兰" />}
      title="王秀兰"
      detail="等了 5 分钟"
      end={<TagLabel text="餐后高" tone="warn" />}
      onPress={onPress}
    />,
  )
  fireEvent.click(screen.getByText('餐后高'))
  expect(onPress).toHaveBeenCalledTimes(1)
  expect(container.querySelector('.sx-icon--forward')).not.toBeNull()
  expect(container.querySelector('.sx-avatar')?.textContent).toBe('王')
})

test('a row that leads nowhere has no chevron', () => {
  expect(render(<ListRow title="共" />).container.querySelector('.sx-icon--forward')).toBeNull()
})
