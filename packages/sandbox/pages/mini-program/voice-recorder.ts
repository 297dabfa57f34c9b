import { base64Of } from './base64'
import { PhoneRefusal } from './bridge'
import { toneWav } from './tone'

/** A recorded voice; `type` is what the browser records, WAV where there is no microphone. */
export interface RecordedVoice {
  name: string
  base64: string
  type: string
  seconds: number
}

/** `start` begins and `stop` answers the voice; without `act` a phone that has no microphone answers one at once. */
export interface VoiceAct {
  act?: 'start' | 'stop'
}

const toneSeconds = 3

const tone = (seconds: number): RecordedVoice => ({
  name: 'voice.wav',
  base64: base64Of(toneWav(seconds)),
  type: 'audio/wav',
  seconds,
})

const tenths = (ms: number): number => Math.max(1, Math.round(ms / 100)) / 10

interface Recording {
  stop(): Promise<RecordedVoice>
}

async function hasMicrophone(): Promise<boolean> {
  if (!('mediaDevices' in navigator) || typeof MediaRecorder === 'undefined') return false
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  return devices.some((device) => device.kind === 'audioinput')
}

async function begin(now: () => number): Promise<Recording> {
  const since = now()
  if (!(await hasMicrophone())) return { stop: () => Promise.resolve(tone(Math.min(60, tenths(now() - since)))) }
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {
    throw new PhoneRefusal('recordVoice:fail auth deny')
  })
  const type = ['audio/mp4', 'audio/webm'].find((one) => MediaRecorder.isTypeSupported(one)) ?? ''
  const recorder = new MediaRecorder(stream, type === '' ? {} : { mimeType: type })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => void parts.push(data))
  recorder.start()
  return {
    stop: () =>
      new Promise((resolve, reject) => {
        const seconds = tenths(now() - since)
        recorder.addEventListener('stop', () => {
          for (const track of stream.getTracks()) track.stop()
          const said = new Blob(parts, { type: recorder.mimeType })
          said.arrayBuffer().then(
            (bytes) =>
              resolve({
                name: recorder.mimeType.startsWith('audio/mp4') ? 'voice.m4a' : 'voice.webm',
                base64: base64Of(new Uint8Array(bytes)),
                type: recorder.mimeType.split(';')[0] ?? '',
                seconds,
              }),
            () => reject(new PhoneRefusal('recordVoice:fail voice not readable')),
          )
        })
        recorder.stop()
      }),
  }
}

/** The phone's recorder: one voice at a time. Asked without `act` where there is a microphone, the app records itself. */
export function voiceRecorder(
  now: () => number = () => performance.now(),
): (params: VoiceAct) => Promise<RecordedVoice | Record<string, never>> {
  let recording: Recording | null = null
  return async ({ act }) => {
    if (act === 'start') {
      recording = await begin(now)
      return {}
    }
    if (act === 'stop') {
      const running = recording
      recording = null
      if (running === null) throw new PhoneRefusal('recordVoice:fail not recording')
      return running.stop()
    }
    if (await hasMicrophone()) throw new PhoneRefusal('recordVoice:fail not supported without act')
    return tone(toneSeconds)
  }
}
