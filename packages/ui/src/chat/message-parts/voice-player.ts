import Taro from '@tarojs/taro'
import type { Player } from './playable'

/** What plays sounds where the app runs. */
export const playerHere = (): Player => {
  if (Taro.getEnv() !== Taro.ENV_TYPE.WEAPP) return 'browser'
  const { platform } = Taro.getSystemInfoSync()
  return platform === 'android' || platform === 'ios' ? platform : 'other'
}

interface Playing {
  readonly url: string
  readonly stop: () => void
}
let playing: Playing | null = null

/** Stops the voice that plays, if it is this one. */
export const stopVoice = (url: string): void => {
  if (playing?.url === url) playing.stop()
}

/** Plays a voice and tells once how it ended. Only one plays at a time: another one stops it. */
export const playVoice = (url: string, onEnd: (how: 'ended' | 'failed') => void): void => {
  playing?.stop()
  const audio = Taro.createInnerAudioContext()
  let over = false
  const end = (how: 'ended' | 'failed') => {
    if (over) return
    over = true
    if (playing?.url === url) playing = null
    audio.stop()
    audio.destroy()
    onEnd(how)
  }
  playing = { url, stop: () => end('ended') }
  audio.onEnded(() => end('ended'))
  audio.onError(() => end('failed'))
  audio.src = url
  audio.play()
}
