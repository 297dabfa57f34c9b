import { ErrorState, type FailureCode } from '@suixing/ui'

const words: Partial<Record<FailureCode, string>> = {
  unreachable: '网络没连上',
  forbidden: '这位患者不由您负责',
  'not-found': '没有找到这位患者',
  'not-signed-in': '登录已过期',
  'session-expired': '登录已过期',
}

/** A page that could not be read at all. Reading changes nothing, so what is safe is always the same. */
export const ReadFailure = ({ code, onRetry }: { code: FailureCode; onRetry: () => void }) => (
  <ErrorState
    what={words[code] ?? '这次没有读到'}
    safe="患者的记录和您写的草稿都在。"
    todo={{ text: '再试一次', onPress: onRetry }}
  />
)
