import type { Product } from '../platform/product'
import type { World } from './world'

/** What a call of a killed host ends with; nothing of the product knows it. */
export class Killed extends Error {
  constructor() {
    super('killed')
    this.name = 'Killed'
  }
}

export interface Killable {
  /** Names of the calls made so far that may change something, in order: `inbox.keep`, `wecom.welcome.send` … Dying after a read is dying after the call before it. */
  readonly calls: readonly string[]
  /** The host dies right after its nth such call from now (1 = the next): the call has its effect, and nobody learns of it. */
  killAfter(nth: number): void
  /** The host dies now. */
  kill(): void
  readonly isDead: boolean
  /** The process is there again: nothing in memory is waited for, and calls go through. */
  revive(): void
}

const reads =
  /\.(by\w+|of|of[A-Z]\w*|find\w+|patients?|linksOf|entryKeyOf|next[A-Z]\w*|wecomTag|contactWay\w*|get|batchGet|current|current\w*)$/

/**
 * Plays kill -9 inside one process: every call to the database or to WeCom passes through here, and from the chosen one on none goes out
 * and none comes back. Whatever the host still does in memory has no effect, as with a process that is gone.
 */
export function killable(world: World): Killable {
  const { product } = world.host
  const calls: string[] = []
  let left = Infinity
  let dead = false
  let life = 0

  const through = async (name: string, work: () => unknown): Promise<unknown> => {
    if (dead) throw new Killed()
    const changes = !reads.test(name)
    if (changes) calls.push(name)
    const last = changes && --left <= 0
    const mine = life
    const answer = await work()
    // Whoever was under way when the kill came learns nothing either, and kills nobody who has come to life since.
    if (mine !== life) throw new Killed()
    if (last) dead = true
    if (dead) throw new Killed()
    return answer
  }
  const guarded = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(of, key) {
        const value: unknown = Reflect.get(of, key)
        const path = `${name}.${String(key)}`
        if (typeof value === 'function') {
          return (...args: unknown[]) => {
            const made: unknown = key === 'sync' ? null : through(path, () => Reflect.apply(value, of, args))
            return made ?? pages(path, () => Reflect.apply(value, of, args) as AsyncGenerator<unknown>)
          }
        }
        return typeof value === 'object' && value !== null ? guarded(path, value) : value
      },
    })
  async function* pages(name: string, begin: () => AsyncGenerator<unknown>): AsyncGenerator<unknown> {
    const source = begin()
    for (;;) {
      const page = (await through(name, () => source.next())) as IteratorResult<unknown>
      if (page.done) return
      yield page.value
    }
  }

  const mutable = product as { -readonly [K in keyof Product]: Product[K] }
  mutable.repositories = Object.fromEntries(
    Object.entries(product.repositories).map(([name, repository]) => [name, guarded(name, repository)]),
  ) as unknown as Product['repositories']
  if (product.wecom) mutable.wecom = guarded('wecom', product.wecom)
  return {
    calls,
    killAfter(nth) {
      left = nth
    },
    kill() {
      dead = true
    },
    get isDead() {
      return dead
    },
    revive() {
      dead = false
      left = Infinity
      life += 1
    },
  }
}
