/**
 * Lets concurrent writes share one trip to the database: while a group is being written, whatever arrives waits for the next
 * one. A lone write goes at once, so nobody waits for company; the busier it is, the larger the groups.
 * @param write writes a group and tells what became of each item, in their order; when it rejects, all of them have failed
 * @param most items in one group
 * @returns writes one item; resolves or rejects only when its group is written
 */
export function groupCommit<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>,
  most: number,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item
    readonly settle: (result: PromiseSettledResult<Result> | undefined) => void
  }
  const waiting: Waiting[] = []
  let isWriting = false

  async function writeGroups(): Promise<void> {
    // What came in with the same turn of the event loop belongs together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const group = waiting.splice(0, most)
      const results = await write(group.map(({ item }) => item)).catch((reason: unknown) =>
        group.map((): PromiseRejectedResult => ({ status: 'rejected', reason })),
      )
      group.forEach(({ settle }, at) => settle(results[at]))
    }
    isWriting = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const settle: Waiting['settle'] = (result) => {
        if (result?.status === 'fulfilled') resolve(result.value)
        else reject(result ? result.reason : new Error('the group was written without an answer for this item'))
      }
      waiting.push({ item, settle })
      if (isWriting) return
      isWriting = true
      void writeGroups()
    })
}
