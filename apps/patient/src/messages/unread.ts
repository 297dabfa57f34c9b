import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { platform } from '../platform'

const changed = 'suixing:unread'
/** Both are kept, so that the dot is there again when the app is opened again. */
const keys = { read: 'read-until', incoming: 'incoming-until' } as const

const until = (which: keyof typeof keys): string => platform.storage.read(keys[which]) ?? ''
const unreadNow = (): boolean => until('incoming') > until('read')
const note = (which: keyof typeof keys, at: string): void => {
  if (at <= until(which)) return
  platform.storage.write(keys[which], at)
  Taro.eventCenter.trigger(changed)
}

/** Tells what is the newest message of a person or the assistant (ISO instant) that came by. */
export const noteIncoming = (at: string): void => note('incoming', at)

/** Tells that everything until this instant was on screen. */
export const noteRead = (at: string): void => note('read', at)

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
