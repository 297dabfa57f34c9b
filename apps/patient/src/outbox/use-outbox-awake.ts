import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { outbox } from '../api'
import { platform } from '../platform'

/** Once, around all pages: takes up what waited when the app was closed, and tries again when it is shown or back on the network. */
export const useOutboxAwake = (): void => {
  useEffect(() => {
    outbox.restore()
    platform.onOnline(outbox.wake)
  }, [])
  useDidShow(outbox.wake)
}
