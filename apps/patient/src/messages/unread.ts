import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { platform } from '../platform'

const storageKey = 'read-until'
const changed = 'suixing:unread'
let newestSeen = ''

const unreadNow = (): boolean => newestSeen > (platform.storage.read(storageKey) ?? '')

/** Tells what is the newest message of a person or the assistant (ISO instant) that came by. */
export const noteIncoming = (at: string): void => {
  if (at <= newestSeen) return
  newestSeen = at
  Taro.eventCenter.trigger(changed)
}

/** Tells that everything until this instant was on screen. */
export const noteRead = (at: string): void => {
  if (at > newestSeen) newestSeen = at
  if (at <= (platform.storage.read(storageKey) ?? '')) return
  platform.storage.write(storageKey, at)
  Taro.eventCenter.trigger(changed)
}

/** Whether something came that was not on screen yet. */
export const useUnread = (): boolean => {
  const [unread, setUnread] = useState(unreadNow)
  useEffect(() => {
    const update = () => setUnread(unreadNow())
    update()
    Taro.eventCenter.on(changed, update)
    return () => {
      Taro.eventCenter.off(changed, update)
    }
  }, [])
  return unread
}
