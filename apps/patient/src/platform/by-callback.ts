/** Callbacks every wx API takes. */
export interface Callbacks<Result> {
  success: (result: Result) => void
  fail: (refused: unknown) => void
}

/** Asks wx by its callbacks: some APIs answer by these alone; where Taro or wx also makes a promise, its refusal is the same one. */
export const byCallback = <Result>(ask: (callbacks: Callbacks<Result>) => unknown): Promise<Result> =>
  new Promise((success, fail) => {
    void Promise.resolve(ask({ success, fail })).catch(fail)
  })
