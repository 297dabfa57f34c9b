/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { FixtureError } from '../../testing/fixture-answers'
import { renderConsole } from '../../testing/render-console'
import { figuresFixture } from '../../testing/team-fixture'
import { byDayCsv } from './by-day-csv'

const path = '/programmes/diabetes-t2/conversation-figures'
const tile = async (title: string) => (await screen.findByLabelText(title)).textContent

it('shows every figure with what it is out of', async () => {
  const { questions } = figuresFixture(30)
  renderConsole(path)
  expect(await tile('助手独自答上')).toContain(`${questions.answered} / ${questions.received} 条患者消息`)
  expect(await tile('第一次回复 · 中位')).toBe('第一次回复 · 中位21 分钟九成在 9 小时内 · 132 次')
  expect(await tile('只算上班时间 · 中位')).toContain('9 分钟')
  expect(await tile('满意')).toContain('81.0%47 / 58 次评价')
  expect(await tile('患者评价')).toContain('问了 115 次，答了 58 次')
  expect(await tile('为什么转人工')).toContain('共 135 次 · 还有 3 次没人回')
})

it('gives the definition of a figure to hover and to screen readers, and all of them in a list', async () => {
  renderConsole(path)
  expect(await screen.findByLabelText(/^第一次回复 · 中位怎么算：从转人工到第一位同事回复/)).toBeTruthy()
  fireEvent.click(screen.getByText('每个数怎么算'))
  expect(await screen.findByText(/这些天里开始的转人工/)).toBeTruthy()
})

it('asks for the days chosen', async () => {
  const { requests } = renderConsole(path)
  fireEvent.click(await screen.findByText('近 7 天'))
  await waitFor(() => expect(requests.at(-1)?.query.get('days')).toBe('7'))
  await waitFor(() => expect(document.querySelectorAll('svg[role=img] g > title')).toHaveLength(7))
})

it('invents nothing for a programme without conversations', async () => {
  const spread = { count: 0, medianSeconds: null, p90Seconds: null }
  renderConsole(path, {
    conversationFigures: () => ({
      ...figuresFixture(7),
      questions: { received: 0, answered: 0 },
      firstResponse: spread,
      firstResponseOpen: spread,
      resolution: spread,
      satisfaction: { asked: 0, answered: 0, good: 0, fair: 0, bad: 0 },
      byDay: [],
    }),
  })
  expect(await tile('助手独自答上')).toBe('助手独自答上—0 / 0 条患者消息')
  expect(await tile('满意')).toContain('—')
  expect(screen.getByText('这些天还没有对话')).toBeTruthy()
})

it('says that the figures are out of reach', async () => {
  renderConsole(path, { conversationFigures: () => new FixtureError('forbidden') })
  expect((await screen.findByRole('alert')).textContent).toContain('您没有权限')
})

it('writes the days as CSV', () =>
  expect(byDayCsv([{ day: '2026-11-24', received: 9, answered: 7, handedOver: 2 }])).toBe(
    '\uFEFF日期,患者发来,助手答了,转人工\r\n2026-11-24,9,7,2\r\n',
  ))
