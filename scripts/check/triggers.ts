import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Declared } from './declarations'
import { readDeclarations } from './declarations'
import { resultOf } from './step'
import type { Step } from './step'

interface CloudFunction {
  readonly type?: string
  readonly handler?: string
  readonly environments?: readonly { readonly key: string; readonly value: string }[]
}
export interface CloudFile {
  readonly inputs?: {
    readonly type?: string
    readonly functions?: Readonly<Record<string, CloudFunction>>
    readonly triggers?: readonly {
      readonly type: string
      readonly function: string
      readonly parameters?: { readonly cronExpression?: string; readonly enable?: boolean }
    }[]
  }
}

const settingOf = (each: CloudFunction, key: string): string | undefined =>
  each.environments?.find((entry) => entry.key === key)?.value

/** How serverless.yml and the triggers in code differ: each timer has one event function with the same cron, HTTP has its host. */
export function triggerDifferences(declared: readonly Declared[], { inputs = {} }: CloudFile): readonly string[] {
  const functions = Object.entries(inputs.functions ?? {})
  const hosts = functions.filter(([, each]) => each.type === 'web')
  const timers = functions.filter(([, each]) => each.type !== 'web')
  const findings: string[] = []
  const host = hosts[0]?.[1]
  if (hosts.length !== 1 || host?.handler !== 'scf_bootstrap')
    findings.push('one web function with handler scf_bootstrap must serve HTTP')
  else if (settingOf(host, 'BIND') !== '0.0.0.0' || settingOf(host, 'PORT') !== '9000')
    findings.push('the web function must listen on 0.0.0.0:9000')
  for (const { name, cron } of declared.filter(({ type }) => type === 'timer')) {
    const own = timers.filter(([, each]) => settingOf(each, 'TIMER_NAME') === name)
    if (own.length !== 1)
      findings.push(`timer ${name} is declared in code and has ${own.length} functions in serverless.yml`)
    for (const [id] of own) {
      const crons = (inputs.triggers ?? []).filter(
        (trigger) => trigger.type === 'timer' && trigger.function === id && trigger.parameters?.enable === true,
      )
      const [only] = crons
      if (crons.length !== 1 || only?.parameters?.cronExpression !== cron)
        findings.push(
          `timer ${name} runs at ${cron} in code, at ${crons.map(({ parameters }) => parameters?.cronExpression).join(' and ') || 'no time'} in serverless.yml`,
        )
    }
  }
  for (const [id, each] of timers) {
    const name = settingOf(each, 'TIMER_NAME')
    if (!declared.some((trigger) => trigger.type === 'timer' && trigger.name === name))
      findings.push(`function ${id} of serverless.yml calls the timer ${name}, which no code declares`)
    if (each.handler !== 'timer.main') findings.push(`function ${id} must have handler timer.main`)
    for (const key of ['HOST_URL', 'HOST_SECRET'])
      if (!settingOf(each, key)) findings.push(`function ${id} lacks ${key}`)
  }
  for (const { function: id } of inputs.triggers ?? [])
    if (!inputs.functions?.[id])
      findings.push(`a trigger of serverless.yml names the function ${id}, which is not there`)
  return findings
}

/** Triggers in code and in serverless.yml are the same. */
export const triggers: Step = {
  name: 'triggers',
  async run({ root }) {
    const { triggers: declared } = await readDeclarations(root)
    const cloud = parse(readFileSync(join(root, 'serverless.yml'), 'utf8')) as CloudFile
    const timers = declared.filter(({ type }) => type === 'timer').length
    return resultOf(
      triggerDifferences(declared, cloud),
      `1 host for ${declared.length - timers} HTTP triggers, ${timers} timers`,
    )
  },
}
