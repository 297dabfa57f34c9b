import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Event on Taro.eventCenter by which a frame around the app says that the app was shown (true) or hidden (false). */
export const frameVisible = 'suixing:frame-visible'

/** Whether this page is in front of a person: page shown, tab visible, frame open. */
export const useVisible = (): boolean => {
  const [page, setPage] = useState(true)
  const [frame, setFrame] = useState(true)
  useDidShow(() => setPage(true))
  useDidHide(() => setPage(false))
  useEffect(() => {
    const onTab = () => setFrame(document.visibilityState !== 'hidden')
    const inBrowser = typeof document !== 'undefined' && typeof document.visibilityState === 'string'
    if (inBrowser) document.addEventListener('visibilitychange', onTab)
    Taro.eventCenter.on(frameVisible, setFrame)
    return () => {
      if (inBrowser) document.removeEventListener('visibilitychange', onTab)
      Taro.eventCenter.off(frameVisible, setFrame)
    }
  }, [])
  return page && frame
}
