import type { KeptFile } from '../platform/platform'

/** Why nothing was recorded. */
export type VoiceNote = 'too-short' | 'hold-again' | 'not-allowed' | 'broken'

/** A voice from the first touch to its sending. `hold` sends on letting go; `tap` lets the person listen first. */
export type Voice =
  | { readonly kind: 'idle'; readonly note: VoiceNote | null }
  | { readonly kind: 'starting'; readonly by: 'hold' | 'tap'; readonly letGo: boolean }
  | {
      readonly kind: 'recording'
      readonly by: 'hold' | 'tap'
      /** Phone's clock, ms. */
      readonly since: number
      readonly seconds: number
      /** The finger slid up: letting go now throws it away. */
      readonly away: boolean
    }
  | { readonly kind: 'ending'; readonly then: 'send' | 'listen' }
  | { readonly kind: 'listening'; readonly file: KeptFile }

/** What fingers, clock and recorder do. */
export type VoiceEvent =
  | { readonly kind: 'pressed'; readonly by: 'hold' | 'tap' }
  | { readonly kind: 'slid'; readonly away: boolean }
  | { readonly kind: 'let-go' }
  | { readonly kind: 'said' }
  | { readonly kind: 'thrown-away' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'ticked'; readonly now: number }
  | { readonly kind: 'started'; readonly now: number }
  | { readonly kind: 'ended'; readonly file: KeptFile }
  | { readonly kind: 'failed'; readonly why: 'not-allowed' | 'broken' }

/** What is to be done about it. */
export type VoiceEffect =
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'send'; readonly file: KeptFile }
  | { readonly kind: 'forget'; readonly file: KeptFile }

type Next = readonly [Voice, readonly VoiceEffect[]]

/** Nothing is being recorded. */
export const silent: Voice = { kind: 'idle', note: null }

/** Shorter than this was a slip of the finger. */
export const shortestSeconds = 1

const idle = (note: VoiceNote | null, ...effects: VoiceEffect[]): Next => [{ kind: 'idle', note }, effects]

/** The next state of a voice and what is to be done. What does not fit the state changes nothing. */
export const voiceStep = (voice: Voice, event: VoiceEvent): Next => {
  if (event.kind === 'failed') return voice.kind === 'listening' ? [voice, []] : idle(event.why)
  switch (voice.kind) {
    case 'idle':
      return event.kind === 'pressed'
        ? [{ kind: 'starting', by: event.by, letGo: false }, [{ kind: 'start' }]]
        : [voice, []]
    case 'starting':
      if (event.kind === 'thrown-away') return idle(null, { kind: 'cancel' })
      if (event.kind === 'let-go' && voice.by === 'hold') return [{ ...voice, letGo: true }, []]
      if (event.kind !== 'started') return [voice, []]
      // The phone asked whether it may listen, and the finger went to answer that.
      if (voice.letGo) return idle('hold-again', { kind: 'cancel' })
      return [{ kind: 'recording', by: voice.by, since: event.now, seconds: 0, away: false }, []]
    case 'recording':
      return whileRecording(voice, event)
    case 'ending':
      if (event.kind !== 'ended') return [voice, []]
      return voice.then === 'send'
        ? idle(null, { kind: 'send', file: event.file })
        : [{ kind: 'listening', file: event.file }, []]
    case 'listening':
      if (event.kind === 'sent') return idle(null, { kind: 'send', file: voice.file })
      if (event.kind === 'thrown-away') return idle(null, { kind: 'forget', file: voice.file })
      return [voice, []]
  }
}

const whileRecording = (voice: Extract<Voice, { kind: 'recording' }>, event: VoiceEvent): Next => {
  switch (event.kind) {
    case 'ticked':
      return [{ ...voice, seconds: Math.max(0, Math.floor((event.now - voice.since) / 1000)) }, []]
    case 'slid':
      return voice.by === 'hold' ? [{ ...voice, away: event.away }, []] : [voice, []]
    case 'thrown-away':
      return idle(null, { kind: 'cancel' })
    case 'said':
      return voice.by === 'tap' ? end(voice, 'listen') : [voice, []]
    case 'let-go':
      if (voice.by === 'tap') return [voice, []]
      return voice.away ? idle(null, { kind: 'cancel' }) : end(voice, 'send')
    case 'ended':
      // Sixty seconds are over, or a phone call came: the person decides about what there is.
      return [{ kind: 'listening', file: event.file }, []]
    default:
      return [voice, []]
  }
}

const end = ({ seconds }: { seconds: number }, then: 'send' | 'listen'): Next =>
  seconds < shortestSeconds ? idle('too-short', { kind: 'cancel' }) : [{ kind: 'ending', then }, [{ kind: 'stop' }]]
