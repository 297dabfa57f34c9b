import { PROGRAMME, contactWay, enter, join } from './newcomer'
import type { Newcomer } from './newcomer'
import { eventually } from './eventually'
import { consoleCookie } from './stage'
import type { Stage } from './stage'

/** Runs `work` for each, so many at once. */
export async function eachOf<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) answers[at] = await work(items[at] as T)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}

/** So many people with WeChat. */
export async function people(stage: Stage, prefix: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, index) => `${prefix}${index}`)
  for (const [index, key] of keys.entries()) await stage.control('person', { key, name: `患者${index + 1}` })
  return keys
}

/** So many patients of a physician: scanned, enrolled, in the assistant's chat. */
export async function crowd(
  stage: Stage,
  count: number,
  { prefix = 'q', publicHost }: { readonly prefix?: string; readonly publicHost: string },
): Promise<Newcomer[]> {
  const keys = await people(stage, prefix, count)
  const state = await contactWay(stage, await consoleCookie(stage, 'xuke', publicHost), 'linzhiyuan', PROGRAMME)
  return eachOf(keys, 4, async (user) => {
    await stage.control('scan', { user, state })
    await eventually(`the welcome of ${user}`, async () =>
      JSON.stringify(await stage.view(`phones/${user}`)).includes('entry='),
    )
    const newcomer = await join(stage, user)
    await enter(stage, newcomer)
    return newcomer
  })
}
