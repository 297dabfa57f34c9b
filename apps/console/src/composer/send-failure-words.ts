import { failureCode, type FailureCode } from '../api/api-failure'
import { failureWords, type FailureWords } from '../api/failure-words'

/** What differs when it is a message that did not go. */
const own: Partial<Record<FailureCode, FailureWords>> = {
  'bad-request': { title: '这条内容不合要求', next: '请改一改再发。' },
  forbidden: { title: '您不能在这个对话里发消息', next: '需要的话，请联系项目管理员开通。' },
  'too-large': { title: '文件太大，微信不收', next: '请换一张小一点的图，或压缩后再发。' },
  unreachable: { title: '网络断了一下', next: '这条还在，点「再试一次」。不会发两遍。' },
  'outside-unavailable': { title: '微信这会儿连不上', next: '这条还在，稍后点「再试一次」。不会发两遍。' },
  internal: { title: '程序出了一点问题', next: '这条还在，点「再试一次」。不会发两遍。' },
}

/** Words for a message that did not go: why, and what to do with it. */
export const sendFailureWords = (error: unknown): FailureWords => own[failureCode(error)] ?? failureWords(error)
