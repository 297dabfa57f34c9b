import { groupCommit } from './group-commit'

const kept = (value: string): PromiseSettledResult<string> => ({ status: 'fulfilled', value })

/** A database that answers when it is told to. */
function slowWrite() {
  const groups: { items: readonly string[]; answer(): void; fail(error: Error): void }[] = []
  const write = (items: readonly string[]): Promise<PromiseSettledResult<string>[]> =>
    new Promise((resolve, reject) => {
      groups.push({ items, answer: () => resolve(items.map(kept)), fail: reject })
    })
  const written = async (count: number): Promise<void> => {
    while (groups.length < count) await new Promise(setImmediate)
  }
  return { groups, write, written }
}

it('writes what comes together in one group, and what comes meanwhile in the next', async () => {
  const { groups, write, written } = slowWrite()
  const keep = groupCommit(write, 10)
  const first = [keep('a'), keep('b')]
  await written(1)
  const second = [keep('c'), keep('d'), keep('e')]
  groups[0]?.answer()
  await expect(Promise.all(first)).resolves.toEqual(['a', 'b'])
  await written(2)
  groups[1]?.answer()
  await expect(Promise.all(second)).resolves.toEqual(['c', 'd', 'e'])
  expect(groups.map(({ items }) => items)).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ])
})

it('resolves nothing before its group is written', async () => {
  const { groups, write, written } = slowWrite()
  const keep = groupCommit(write, 10)
  let resolved = false
  const one = keep('a').then(() => (resolved = true))
  await written(1)
  await new Promise(setImmediate)
  expect(resolved).toBe(false)
  groups[0]?.answer()
  await one
})

it('tells each item its own outcome', async () => {
  const refused = new Error('refused')
  const keep = groupCommit<string, string>(
    async (items) => items.map((item) => (item === 'b' ? { status: 'rejected', reason: refused } : kept(item))),
    10,
  )
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(keep))
  expect(outcomes).toEqual([kept('a'), { status: 'rejected', reason: refused }, kept('c')])
})

it('fails a whole group that could not be written, and writes the next', async () => {
  const { groups, write, written } = slowWrite()
  const keep = groupCommit(write, 10)
  const lost = Promise.allSettled([keep('a'), keep('b')])
  await written(1)
  const next = keep('c')
  groups[0]?.fail(new Error('away'))
  expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await written(2)
  groups[1]?.answer()
  await expect(next).resolves.toBe('c')
  const later = keep('d')
  await written(3)
  groups[2]?.answer()
  await expect(later).resolves.toBe('d')
})

it('keeps groups to their size and in the order of arrival', async () => {
  const groups: (readonly string[])[] = []
  const keep = groupCommit<string, string>(async (items) => {
    groups.push(items)
    return items.map(kept)
  }, 2)
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(keep))
  expect(groups).toEqual([['a', 'b'], ['c', 'd'], ['e']])
})

it('fails an item the write forgot, rather than leave it waiting', async () => {
  const keep = groupCommit<string, string>(async () => [], 10)
  await expect(keep('a')).rejects.toThrow('without an answer')
})
