/** @jest-environment jsdom */
import { render } from '@testing-library/react'
import { levels } from '../level/level-look'
import { ReadingBadge } from './reading-badge'

test('each level has its own word and its own shape', () => {
  const badges = levels.map((level) => render(<ReadingBadge level={level} />).container)
  expect(badges.map(({ textContent }) => textContent)).toEqual(['很低', '偏低', '在目标内', '偏高', '很高'])
  const shapes = badges.map((badge) => badge.querySelector('.sx-icon')?.className)
  expect(new Set(shapes).size).toBe(5)
})
