import { useEffect, useRef, useState } from 'react'
import { platform } from '../platform'
import type { KeptFile, Recording } from '../platform/platform'
import { silent, voiceStep, type Voice, type VoiceEffect, type VoiceEvent } from './voice'

const tickMs = 200

/** A voice on this phone: its state, and what tells it of fingers. `onSend` gets the file, which the queue then owns. */
export const useVoice = (onSend: (file: KeptFile) => void): { voice: Voice; tell: (event: VoiceEvent) => void } => {
  const [voice, setVoice] = useState(silent)
  // Events may come faster than the page is drawn.
  const held = useRef<Voice>(silent)
  const recording = useRef<Recording | null>(null)
  const perform = (effect: VoiceEffect): void => {
    switch (effect.kind) {
      case 'start':
        recording.current = platform.startVoice({
          started: () => tell({ kind: 'started', now: Date.now() }),
          ended: (file) => tell({ kind: 'ended', file }),
          failed: (why) => tell({ kind: 'failed', why }),
        })
        return
      case 'stop':
        return recording.current?.stop()
      case 'cancel':
        return recording.current?.cancel()
      case 'send':
        return onSend(effect.file)
      case 'forget':
        return void platform.files.forget(effect.file.ref)
    }
  }
  const tell = (event: VoiceEvent): void => {
    const [next, effects] = voiceStep(held.current, event)
    held.current = next
    setVoice(next)
    for (const effect of effects) perform(effect)
  }
  const latest = useRef(tell)
  latest.current = tell
  const isRecording = voice.kind === 'recording'
  useEffect(() => {
    if (!isRecording) return
    const timer = setInterval(() => latest.current({ kind: 'ticked', now: Date.now() }), tickMs)
    return () => clearInterval(timer)
  }, [isRecording])
  // A page that goes away takes its recording with it.
  useEffect(() => () => latest.current({ kind: 'thrown-away' }), [])
  return { voice, tell }
}
