import { longestVoice, type Recording, type VoiceListener } from './platform'
import type { Picked } from './browser-images'

/** Keeps what was recorded and tells it. */
export type KeepVoice = (voice: Picked, seconds: number) => Promise<void>

const isRefused = (error: unknown): boolean => (error as { name?: string } | null)?.name === 'NotAllowedError'

/** Records with the browser's MediaRecorder: mp4 where it can, else what it has. */
export const recordInBrowser = (listener: VoiceListener, keep: KeepVoice): Recording => {
  let recorder: MediaRecorder | null = null
  let cancelled = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    const release = () => stream.getTracks().forEach((track) => track.stop())
    if (cancelled) return release()
    const mimeType = MediaRecorder.isTypeSupported('audio/mp4') ? 'audio/mp4' : 'audio/webm'
    const parts: Blob[] = []
    const since = performance.now()
    recorder = new MediaRecorder(stream, { mimeType })
    recorder.ondataavailable = ({ data }) => void parts.push(data)
    recorder.onstop = () => {
      clearTimeout(timer)
      release()
      if (cancelled) return
      const seconds = Math.min(longestVoice, Math.round((performance.now() - since) / 100) / 10)
      const name = mimeType === 'audio/mp4' ? 'voice.m4a' : 'voice.webm'
      keep({ name, bytes: new Blob(parts, { type: mimeType }) }, seconds).catch(() => listener.failed('broken'))
    }
    recorder.start()
    timer = setTimeout(() => recorder?.stop(), longestVoice * 1000)
    listener.started()
  }
  begin().catch((error: unknown) => {
    if (!cancelled) listener.failed(isRefused(error) ? 'not-allowed' : 'broken')
  })
  const stop = () => {
    if (recorder?.state === 'recording') recorder.stop()
  }
  return {
    stop,
    cancel() {
      cancelled = true
      stop()
    },
  }
}
