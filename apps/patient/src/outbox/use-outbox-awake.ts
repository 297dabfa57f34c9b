import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { familyDoor, outbox } from '../api'
import { platform } from '../platform'

/** What was said as family waits apart, and goes on too. */
const wake = (): void => {
  outbox.wake()
  familyDoor.known?.outbox.wake()
}

/** Once, around all pages: takes up what waited when the app was closed, and tries again when it is shown or back on the network. */
export const useOutboxAwake = (): void => {
  useEffect(() => {
    outbox.restore()
    platform.onOnline(wake)
  }, [])
  useDidShow(wake)
}
