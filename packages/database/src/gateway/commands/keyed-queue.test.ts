import { KeyedQueue } from './keyed-queue'

describe('KeyedQueue', () => {
  it('runs tasks of one key in order, one at a time, past a failure', async () => {
    const queue = new KeyedQueue()
    const seen: string[] = []
    let atWork = 0
    const task = (name: string) => async (): Promise<string> => {
      expect(++atWork).toBe(1)
      await Promise.resolve()
      seen.push(name)
      atWork--
      if (name === 'b') throw new Error('b failed')
      return name
    }
    const results = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.run('key', task(name))))
    expect(seen).toEqual(['a', 'b', 'c'])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('lets another key pass', async () => {
    const queue = new KeyedQueue()
    let open = (): void => undefined
    const blocked = queue.run('slow', () => new Promise<void>((resolve) => (open = resolve)))
    await expect(queue.run('fast', () => Promise.resolve('done'))).resolves.toBe('done')
    open()
    await blocked
  })
})
