/** Runs the tasks of one key one after another; tasks of different keys do not wait for each other. */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>()

  /** Resolves or rejects as the task does. A failed task does not stop those behind it. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const result = (this.tails.get(key) ?? Promise.resolve()).then(task, task)
    const settled = result.then(
      () => undefined,
      () => undefined,
    )
    const tail = settled.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key)
    })
    this.tails.set(key, tail)
    return result
  }
}
