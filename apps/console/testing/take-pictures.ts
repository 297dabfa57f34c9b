import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { FixtureError, workingAnswers, type Answers } from './fixture-answers'
import { startFixtureServer } from './fixture-server'
import { fixtureNow, newProgrammeFixture } from './programme-fixture'
import { dutyFixture } from './team-fixture'

/** Pictures of every page at 1440 × 900: `node scripts/run.mjs apps/console/testing/take-pictures.ts FOLDER` after `vite build`. */
const folder = process.argv[2] ?? 'pictures'
const dist = join(process.cwd(), 'apps/console/dist')
const signedOut: Answers = { ...workingAnswers, consoleMe: () => new FixtureError('not-signed-in') }
const firstDay: Answers = {
  ...workingAnswers,
  programme: () => newProgrammeFixture,
  consolePatients: () => ({ rows: [], next: null, total: 0 }),
}

interface Picture {
  readonly name: string
  readonly path: string
  readonly answers?: Answers
  readonly act?: (page: Page) => Promise<void>
}
const pictures: Picture[] = [
  { name: 'sign-in', path: '/console/sign-in?error=session-expired', answers: signedOut },
  { name: 'programme', path: '/console/programmes/diabetes-t2' },
  { name: 'programme-first-day', path: '/console/programmes/diabetes-t2', answers: firstDay },
  {
    name: 'programme-create',
    path: '/console/programmes/diabetes-t2',
    act: async (page) => {
      await page.getByRole('button', { name: '为医生生成联系码' }).click()
      await page.getByRole('dialog').getByText('周明').waitFor()
    },
  },
  { name: 'inbox', path: '/console/conversations/talk-wang' },
  { name: 'inbox-none-open', path: '/console/conversations?filter=all' },
  {
    name: 'inbox-urgent',
    path: '/console/conversations/talk-zhao',
    act: async (page) => {
      await page.getByRole('textbox', { name: '回复患者' }).fill('/')
      await page.getByRole('listbox', { name: '话术' }).waitFor()
    },
  },
  {
    name: 'inbox-closed-window',
    path: '/console/conversations/talk-liu?filter=all',
    answers: { ...workingAnswers, consoleSend: () => new FixtureError('outside-unavailable') },
    act: async (page) => {
      await page.getByRole('textbox', { name: '回复患者' }).fill('脚麻多久了？周四门诊我给您查脚。')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('button', { name: '再试一次' }).waitFor()
    },
  },
  {
    name: 'inbox-earlier-days',
    path: '/console/conversations/talk-wang',
    act: async (page) => {
      await page.getByRole('log').evaluate((log) => void (log.scrollTop = 0))
    },
  },
  {
    name: 'inbox-search',
    path: '/console/conversations?filter=all',
    act: async (page) => {
      await page.getByRole('textbox', { name: '找名字或说过的话' }).fill('脚有点麻')
      await page.getByText('消息', { exact: true }).click()
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'inbox-empty',
    path: '/console/conversations',
    answers: {
      ...workingAnswers,
      consoleInbox: () => ({
        unchanged: false,
        rows: [],
        counts: { waiting: 0, mine: 0, all: 0, unread: 0 },
        next: null,
        cursor: 'c',
        now: fixtureNow,
      }),
    },
  },
  { name: 'duty', path: '/console/programmes/diabetes-t2/duty' },
  {
    name: 'duty-nobody-on-call',
    path: '/console/programmes/diabetes-t2/duty',
    answers: {
      ...workingAnswers,
      duty: () => ({ ...dutyFixture, onCall: null, openNow: false, opensAt: '2026-11-25T00:00:00.000Z' }),
    },
  },
  {
    name: 'macros',
    path: '/console/programmes/diabetes-t2/macros',
    act: (page) => page.getByRole('button', { name: /^门诊见/ }).click(),
  },
  { name: 'figures', path: '/console/programmes/diabetes-t2/conversation-figures' },
  {
    name: 'figures-90-days',
    path: '/console/programmes/diabetes-t2/conversation-figures',
    act: (page) => page.getByText('近 90 天').click(),
  },
  { name: 'plans', path: '/console/programmes/diabetes-t2/plans' },
  { name: 'patients', path: '/console/patients?needs=waiting-reply' },
  { name: 'patients-empty', path: '/console/patients', answers: firstDay },
  {
    name: 'patient',
    path: '/console/patients/pt-wang',
    act: (page) =>
      page
        .getByRole('button', { name: /餐后血糖提醒/ })
        .first()
        .click(),
  },
  {
    name: 'patient-glucose',
    path: '/console/patients/pt-wang',
    act: (page) => page.locator('#glucose').evaluate((part) => part.scrollIntoView()),
  },
  {
    name: 'patient-conversation',
    path: '/console/patients/pt-wang',
    act: (page) => page.locator('#conversation').evaluate((part) => part.scrollIntoView()),
  },
  {
    name: 'patient-import',
    path: '/console/patients/pt-wang',
    act: async (page) => {
      await page.getByRole('button', { name: '导入血糖文件' }).click()
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'libre.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') })
      await page.getByText('会写入').waitFor()
    },
  },
  { name: 'why', path: '/console/patients/pt-wang/touchpoints/tp_7f3a52c21e' },
  {
    name: 'forbidden',
    path: '/console/patients/pt-wang',
    answers: { ...workingAnswers, consolePatient: () => new FixtureError('forbidden') },
  },
]

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const only = process.argv[3]
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  for (const { name, path, answers, act } of pictures.filter((picture) => !only || picture.name === only)) {
    const { server, address } = await startFixtureServer(dist, answers)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    page.on('console', (message) => message.type() === 'error' && process.stdout.write(`${name}: ${message.text()}\n`))
    page.on('pageerror', (error) => process.stdout.write(`${name}: ${error.message}\n`))
    await page.goto(`${address}${path}`)
    await page.locator('main').first().waitFor()
    await page.waitForLoadState('networkidle')
    await act?.(page)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
    await page.close()
    server.closeAllConnections()
    server.close()
  }
  await browser.close()
}
void main()
