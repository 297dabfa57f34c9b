/** @jest-environment jsdom */
import { fireEvent, screen, within } from '@testing-library/react'
import { programmeFixture } from '../../testing/programme-fixture'
import { renderConsole } from '../../testing/render-console'

const path = '/programmes/diabetes-t2/plans'

it('shows each step with its time and channels, and its text when chosen', async () => {
  renderConsole(path)
  const plan = within(await screen.findByRole('region', { name: '餐后高 · 12 周' }))
  expect(plan.getByText('版本 6')).toBeTruthy()
  fireEvent.click(plan.getByRole('button', { name: /餐后血糖提醒/ }))
  const detail = within(screen.getByRole('region', { name: '步骤' }))
  expect(detail.getByText('第 8 天起，每周二 17:30，共 3 次')).toBeTruthy()
  expect(detail.getByText('微信客服 › 订阅消息 › 短信')).toBeTruthy()
  expect(detail.getByText(/晚饭后 2 小时方便测一次吗/)).toBeTruthy()
})

it('keeps steps of two plans apart though they share an id', async () => {
  const step = programmeFixture.plans[0]!.steps[0]!
  const plans = [1, 2].map((version) => ({
    ...programmeFixture.plans[0]!,
    id: `plan-${version}`,
    title: `计划 ${version}`,
    steps: [{ ...step, text: `正文 ${version}` }],
  }))
  renderConsole(path, { programme: () => ({ ...programmeFixture, plans }) })
  fireEvent.click(within(await screen.findByRole('region', { name: '计划 2' })).getByRole('button'))
  expect(screen.getByText('正文 2')).toBeTruthy()
  expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(1)
})

it('shows tag rules in the words of the ward with their version', async () => {
  renderConsole(path)
  const rules = within(await screen.findByRole('region', { name: '标签规则' }))
  expect(rules.getByText('近 14 天餐后读数三成以上高于 10.0 mmol/L')).toBeTruthy()
  expect(rules.getByText('after-meal-high · 第 3 版')).toBeTruthy()
})

it('says when there is no plan yet', async () => {
  renderConsole(path, { programme: () => ({ ...programmeFixture, plans: [], tagRules: [] }) })
  expect(await screen.findByText('还没有随访计划')).toBeTruthy()
  expect(screen.getByText('还没有标签规则')).toBeTruthy()
})
