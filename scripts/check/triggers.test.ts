import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Declared } from './declarations'
import { triggerDifferences } from './triggers'
import type { CloudFile } from './triggers'

const declared: readonly Declared[] = [
  { name: 'drain', type: 'timer', cron: '*/5 * * * * * *', guard: 'host-secret' },
  { name: 'forget', type: 'timer', cron: '0 30 3 * * * *', guard: 'host-secret' },
  { name: 'patientMe', type: 'http', method: 'GET', path: '/api/patient/me', guard: 'patient' },
]
const text = readFileSync(join(__dirname, '../../serverless.yml'), 'utf8')
const changed = (from: string, to: string): CloudFile => {
  expect(text).toContain(from)
  return parse(text.replace(from, to)) as CloudFile
}

describe('serverless.yml beside the triggers in code', () => {
  it('agrees when both name the same timers', () => {
    expect(triggerDifferences(declared, parse(text) as CloudFile)).toEqual([])
  })

  it.each([
    [
      'another cron',
      "cronExpression: '0 30 3 * * * *'",
      "cronExpression: '0 30 4 * * * *'",
      /forget runs at 0 30 3 .* in code, at 0 30 4/,
    ],
    ['a timer switched off', 'enable: true', 'enable: false', /drain runs at .* no time/],
    [
      'a trigger of no function',
      'function: timer-drain',
      'function: timer-drained',
      /timer-drained, which is not there/,
    ],
    ['a host that only itself can reach', 'value: 0.0.0.0', 'value: 127.0.0.1', /listen on 0\.0\.0\.0:9000/],
    ['a host that is no web function', 'type: web', 'type: event', /one web function/],
    [
      'a timer without the secret',
      'key: HOST_SECRET\n          value: ${env:HOST_SECRET}\n    timer-forget',
      'key: OTHER\n          value: x\n    timer-forget',
      /timer-drain lacks HOST_SECRET/,
    ],
    [
      'a timer called by another name',
      'value: drain',
      'value: drained',
      /calls the timer drained, which no code declares/,
    ],
  ])('reports %s', (_title, from, to, finding) => {
    expect(triggerDifferences(declared, changed(from, to)).join('\n')).toMatch(finding)
  })

  it('reports a timer in code that nothing calls', () => {
    const more: Declared = { name: 'reconcile', type: 'timer', cron: '0 * * * * * *', guard: 'host-secret' }
    expect(triggerDifferences([...declared, more], parse(text) as CloudFile)).toEqual([
      'timer reconcile is declared in code and has 0 functions in serverless.yml',
    ])
  })
})
