import { WecomUnexpectedAnswer } from './errors'

/**
 * Walks a list that WeCom pages by `next_cursor`; ends at the empty one.
 * @throws WecomUnexpectedAnswer when a page hands back the cursor it was asked with, which would never end
 */
export async function* pages<T extends { next_cursor?: string | undefined }>(
  api: string,
  page: (cursor: string | undefined) => Promise<T>,
  from?: string,
): AsyncGenerator<T, void, undefined> {
  let cursor = from
  for (;;) {
    const answer = await page(cursor)
    yield answer
    if (!answer.next_cursor) return
    if (answer.next_cursor === cursor) throw new WecomUnexpectedAnswer(api, ['next_cursor'])
    cursor = answer.next_cursor
  }
}
