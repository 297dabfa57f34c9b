import { failureWords } from '../patient/failure-words'
import { mayPassLater, type SendFailure } from './outgoing'

/** What stands under a message of ours that did not go out, and whether a tap may send it again. */
export const sendWords = (code: SendFailure): { text: string; again: boolean } => {
  if (code === 'file-gone') return { text: '手机上找不到这张图片了，请删去再选一次', again: false }
  if (mayPassLater(code)) return { text: '没发出去，恢复后会自动再发', again: true }
  const { what, todo, retry } = failureWords(code)
  return { text: `${what}。${todo}`, again: retry }
}
