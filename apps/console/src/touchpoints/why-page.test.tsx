/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react'
import { renderConsole } from '../../testing/render-console'

it('answers why with a verdict, the ladder, the gates and the history', async () => {
  renderConsole('/patients/pt-wang/touchpoints/tp_7f3a52c21e')
  expect(await screen.findByText('今天 17:42 再发，因为在安静时段')).toBeTruthy()
  expect(screen.getByText('还有 6 小时 54 分 · 渠道：微信客服 · 患者时区 Asia/Shanghai')).toBeTruthy()
  const ladder = within(screen.getByRole('img', { name: '应发和实际的时刻' }))
  expect(ladder.getByText('昨天 21:04')).toBeTruthy()
  expect(await ladder.findByText('安静时段')).toBeTruthy()
  const gates = within(screen.getByRole('region', { name: '决定是怎么做出来的' })).getAllByRole('listitem')
  expect(gates).toHaveLength(8)
  expect(gates.filter((gate) => gate.getAttribute('aria-current')).map((gate) => gate.textContent)).toEqual([
    expect.stringContaining('安静时段'),
  ])
})

it('says when the touchpoint is not of this patient', async () => {
  renderConsole('/patients/pt-wang/touchpoints/tp_other')
  expect(await screen.findByText('没有这个触点')).toBeTruthy()
})
