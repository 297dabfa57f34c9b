import { failureText } from '@suixing/ui'
import type { Refusal } from '../outbox/queue'

/** Why a message was not taken and whether sending the same one again can help. */
export interface RefusalText {
  readonly text: string
  readonly again: boolean
}

/** The words under a message the host refused. */
export const refusalText = (refusal: Refusal): RefusalText => {
  switch (refusal) {
    case 'file-gone':
      return { text: '手机里找不到它了，请再选一次', again: false }
    case 'too-large':
      return { text: '太大了，请换小一点的照片', again: false }
    case 'file-kind-refused':
    case 'file-not-readable':
      return { text: '这种文件不能发，请发照片', again: false }
    case 'bad-request':
      return { text: '这条没能发出去，请换个说法', again: false }
    case 'not-enrolled':
      return { text: '您还没有加入，加入后就能发', again: true }
    case 'internal':
    case 'outside-unavailable':
    case 'not-understood':
      return { text: `${failureText(refusal).what}，没有发出去`, again: true }
    default:
      return { text: '这次没有发出去', again: true }
  }
}
