/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react'
import { Card } from '../card/card'
import { EmptyState } from './empty-state'

test('one sentence and its one button', () => {
  const { container } = render(
    <Card>
      <EmptyState text="还没有血糖记录" action={<button>导入文件</button>} />
    </Card>,
  )
  expect(container.textContent).toBe('还没有血糖记录导入文件')
  expect(screen.getAllByRole('button')).toHaveLength(1)
})
