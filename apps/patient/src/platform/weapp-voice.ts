import Taro from '@tarojs/taro'
import { longestVoice, type Recording, type VoiceListener } from './platform'
import { keepTemporary } from './weapp-files'
import { isNotAllowed } from './weapp-images'

interface Take {
  readonly listener: VoiceListener
  started: boolean
  cancelled: boolean
}
let take: Take | null = null
let listening = false

/** wx has one recorder and no way to stop listening to it, so it is listened to once. */
const listen = (recorder: Taro.RecorderManager, newId: () => string): void => {
  if (listening) return
  listening = true
  const over = (): Take | null => {
    const ended = take
    take = null
    return ended?.cancelled ? null : ended
  }
  recorder.onStart(() => {
    if (!take) return
    take.started = true
    if (!take.cancelled) take.listener.started()
  })
  recorder.onStop(({ tempFilePath, duration }) => {
    // One that has not begun yet: this is the end of the one before it.
    if (!take?.started) return
    const ended = over()
    if (!ended) return
    keepTemporary(tempFilePath, newId()).then(
      (ref) => ended.listener.ended({ ref, name: ref.replace(/^wait-/, ''), seconds: Math.round(duration / 100) / 10 }),
      () => ended.listener.failed('broken'),
    )
  })
  recorder.onError((error) => over()?.listener.failed(isNotAllowed(error) ? 'not-allowed' : 'broken'))
  // A phone call takes the microphone: what was said until then is kept.
  recorder.onInterruptionBegin(() => recorder.stop())
}

/** Records through RecorderManager: mp3, since no phone records AMR and iOS does not play it. */
export const startWeappVoice = (listener: VoiceListener, newId: () => string): Recording => {
  const recorder = Taro.getRecorderManager()
  listen(recorder, newId)
  const mine: Take = { listener, started: false, cancelled: false }
  take = mine
  recorder.start({
    duration: longestVoice * 1000,
    format: 'mp3',
    sampleRate: 16000 as never,
    numberOfChannels: 1 as never,
    encodeBitRate: 48000,
  })
  return {
    stop: () => recorder.stop(),
    cancel() {
      mine.cancelled = true
      recorder.stop()
    },
  }
}
