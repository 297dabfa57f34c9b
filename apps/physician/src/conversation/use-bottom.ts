import Taro, { usePageScroll } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Further up than this (px) somebody reads what was said before. */
const nearPx = 120
const beyondEnd = 10_000_000

/**
 * Keeps a conversation at its newest line: at once when the page opens or the reader writes, and when something comes while
 * they stand at the end. While they read further up nothing moves; `isNew` then says that something came.
 */
export const useBottom = (
  lastKey: string | undefined,
  lastIsOwn: boolean,
): { isNew: boolean; toBottom: () => void } => {
  const seen = useRef<string | undefined>(undefined)
  const lowest = useRef(0)
  const away = useRef(false)
  const [isNew, setNew] = useState(false)
  usePageScroll(({ scrollTop }) => {
    lowest.current = Math.max(lowest.current, scrollTop)
    away.current = scrollTop < lowest.current - nearPx
    if (!away.current) setNew(false)
  })
  const toBottom = () => {
    lowest.current = 0
    away.current = false
    setNew(false)
    Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: beyondEnd, duration: 0 }))
  }
  useEffect(() => {
    if (lastKey === undefined || lastKey === seen.current) return
    const isFirst = seen.current === undefined
    seen.current = lastKey
    if (isFirst || lastIsOwn || !away.current) toBottom()
    else setNew(true)
  }, [lastKey, lastIsOwn])
  return { isNew, toBottom }
}
