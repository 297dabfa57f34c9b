import { shows, tap } from '../on-screen'
import { openConsole } from '../sign-in'
import { WAIT_MS } from '../walk'
import type { Walk } from '../walk'
import { api } from './prepare'

const PROGRAMME = 'type-2-diabetes'

/** The shared inbox: search in what was said, give to a colleague, label. */
export async function consoleInbox(walk: Walk): Promise<void> {
  await openConsole(walk, '/conversations?filter=all', '王秀兰')
  const page = walk.console
  await page.locator('.inbox-row').filter({ hasText: '王秀兰' }).click({ timeout: WAIT_MS })
  await shows(page, '这条消息已撤回')
  await shows(page, '林致远 主治医师')
  await walk.done('运营台：整个团队的对话', page, 'console-inbox')
  await page.getByLabel('找名字或说过的话').fill('热水')
  await tap(page, '消息')
  await page.locator('.inbox-column mark').filter({ hasText: '热水' }).first().waitFor({ timeout: WAIT_MS })
  await walk.done('按说过的话找', page, 'console-search')
  await page.getByLabel('找名字或说过的话').fill('')
  await page.locator('#assignee').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '何静' }).click({ timeout: WAIT_MS })
  await page.locator('.inbox-row').filter({ hasText: '何静' }).waitFor({ timeout: WAIT_MS })
  const label = page.getByRole('combobox', { name: '加标记' })
  await label.fill('足部')
  await label.press('Enter')
  await label.press('Escape')
  await page.locator('.inbox-row').filter({ hasText: '足部' }).waitFor({ timeout: WAIT_MS })
  await walk.done('分给何静，加标记', page, 'console-assign')
}

/** Who is there and who is on call; then what this walk comes to in figures. */
export async function consoleFigures(walk: Walk): Promise<void> {
  const page = walk.console
  await openConsole(walk, `/programmes/${PROGRAMME}/duty`, '何静')
  await shows(page, '陈思远')
  await walk.done('值班：谁在岗，谁兜底', page, 'console-duty')
  await openConsole(walk, `/programmes/${PROGRAMME}/conversation-figures`, '第一次回复 · 中位')
  const figures = (await api(
    walk,
    'GET',
    `/console/programmes/${PROGRAMME}/conversation-figures?days=30`,
  )) as unknown as {
    questions: { received: number; answered: number }
    handOvers: { total: number; because: Record<string, number> }
    satisfaction: { answered: number; good: number }
  }
  const { questions, handOvers, satisfaction } = figures
  const counted = [handOvers.because['asked'], handOvers.because['red-flag'], satisfaction.answered, satisfaction.good]
  if (counted.some((count) => count !== 1)) throw new Error(`not this walk's figures: ${JSON.stringify(figures)}`)
  await shows(page, `${questions.answered} / ${questions.received} 条患者消息`)
  await shows(page, `共 ${questions.received} 条患者消息，${handOvers.total} 次转人工`)
  await walk.done('对话数据：这一趟的数', page, 'console-figures')
}
