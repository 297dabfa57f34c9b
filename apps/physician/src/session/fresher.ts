/** What every answer that can be polled carries. `unchanged`: nothing moved since the cursor, the rest is empty. */
interface Polled {
  readonly unchanged: boolean
  readonly cursor: string
  /** The host's clock. */
  readonly now: string
}

/** Turns an ask with a cursor into the loader of a live query: an unchanged answer keeps what is held and takes its clock and cursor. */
export const fresher =
  <Answer extends Polled>(ask: (since: string | undefined) => Promise<Answer>) =>
  async (previous: Answer | null): Promise<Answer> => {
    const answer = await ask(previous?.cursor)
    return answer.unchanged && previous ? { ...previous, now: answer.now, cursor: answer.cursor } : answer
  }
