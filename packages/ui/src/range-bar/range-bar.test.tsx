/** @jest-environment jsdom */
import { render } from '@testing-library/react'
import { RangeBar } from './range-bar'

const counts = { veryLow: 0, low: 1, inRange: 40, high: 3, veryHigh: 1 }

test('only ranges with readings have a part and a word, each with its count', () => {
  const { container } = render(<RangeBar counts={counts} />)
  const words = [...container.querySelectorAll('.sx-range-bar__word')].map(({ textContent }) => textContent)
  expect(words).toEqual(['偏低 1', '目标内 40', '偏高 3', '很高 1'])
  const parts = [...container.querySelectorAll<HTMLElement>('.sx-range-bar__part')].map(({ style }) => style.flexGrow)
  expect(parts).toEqual(['1', '40', '3', '1'])
})

test('every word has a shape of its own beside its colour', () => {
  const { container } = render(<RangeBar counts={{ veryLow: 1, low: 1, inRange: 1, high: 1, veryHigh: 1 }} />)
  const shapes = [...container.querySelectorAll('.sx-icon')].map(({ className }) => /sx-icon--\S+/.exec(className)?.[0])
  expect(new Set(shapes).size).toBe(5)
})

test('shares are percent, a bar alone has no words', () => {
  expect(render(<RangeBar counts={counts} legend="shares" />).container.textContent).toBe('2%目标内 89%7%2%')
  expect(render(<RangeBar counts={counts} legend="bar" />).container.textContent).toBe('')
})
