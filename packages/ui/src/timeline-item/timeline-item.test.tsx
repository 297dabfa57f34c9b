/** @jest-environment jsdom */
import { render } from '@testing-library/react'
import { TimelineItem } from './timeline-item'

test('shows what, when and detail; the last one ends the line', () => {
  const { container } = render(
    <TimelineItem icon="message" tone="kin" what="患者提问" at="10:12" detail="脚有点麻" place="last" />,
  )
  expect(container.textContent).toBe('患者提问10:12脚有点麻')
  expect(container.querySelector('.sx-timeline--last .sx-timeline__disc--kin .sx-icon--message')).not.toBeNull()
})
