/** What stands in lists where words were that their sender took back. */
export const RECALLED = '撤回了一条消息'
