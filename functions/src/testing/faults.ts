import type { FaultName } from '@suixing/sandbox'
import type { World } from './world'

/** Turns a knob of the sandbox on while `work` runs. */
export async function during<T>(world: World, name: FaultName, value: object, work: () => Promise<T>): Promise<T> {
  await world.sandbox.control('fault', { name, value })
  try {
    return await work()
  } finally {
    await world.sandbox.control('fault', { name, value: null })
  }
}

/** No proxy in between lets a call of this API through. */
export const away = (world: World, api: string, work: () => Promise<unknown>): Promise<unknown> =>
  during(world, 'httpStatus', { api, status: 503, next: 1_000_000 }, work)
