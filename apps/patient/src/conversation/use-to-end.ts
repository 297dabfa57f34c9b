import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { Talk } from './use-talk'

const toEnd = (): void => Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: 1_000_000, duration: 0 }))

/** Keeps the newest message in sight, also when what stands under it (`below`) changes; answers how to go there. */
export const useToEnd = ({ messages, waiting }: Pick<Talk, 'messages' | 'waiting'>, below = ''): (() => void) => {
  const newest = waiting[waiting.length - 1]?.clientId ?? messages[messages.length - 1]?.id
  useEffect(() => {
    if (newest !== undefined) toEnd()
  }, [newest, below])
  return toEnd
}
