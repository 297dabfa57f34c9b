import { GhostButton, Icon, MessagePart, PrimaryButton, SecondaryButton } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { contentOfFile } from '../conversation/content-of-file'
import { platform } from '../platform'
import { longestVoice, type KeptFile } from '../platform/platform'
import { PermissionNote } from './permission-note'
import { useVoice } from './use-voice'
import type { Voice, VoiceEvent, VoiceNote } from './voice'
import './voice-panel.scss'

/** How far up a finger slides to throw a voice away, px. */
const awayPx = 60
/** Where the finger is; Taro's types name no touches. */
const heightOf = (event: object): number | undefined =>
  (event as { touches?: readonly { clientY: number }[] }).touches?.[0]?.clientY

const notes: Record<Exclude<VoiceNote, 'not-allowed'>, string> = {
  'too-short': '说得太短了，请再说一次',
  'hold-again': '可以说了，请再按住说',
  broken: '这次没录上，请再试一次',
}

/** Speaking instead of typing: press and hold, or tap to begin and tap to end and listen before it goes. */
export const VoicePanel = ({ onSend }: { onSend: (file: KeptFile) => void }) => {
  const { voice, tell } = useVoice(onSend)
  if (voice.kind === 'listening') return <Listen file={voice.file} tell={tell} />
  if (voice.kind === 'ending') return <View className="voice-panel__hint">正在收好…</View>
  const byTap = (voice.kind === 'recording' || voice.kind === 'starting') && voice.by === 'tap'
  return (
    <View className="voice-panel">
      {voice.kind === 'idle' && voice.note === 'not-allowed' ? <PermissionNote what="microphone" /> : null}
      {voice.kind === 'idle' && voice.note === 'not-allowed' ? null : (
        <View className="voice-panel__hint" role="status">
          {hintOf(voice)}
        </View>
      )}
      {byTap ? (
        <View className="voice-panel__row">
          <SecondaryButton text="不要了" onPress={() => tell({ kind: 'thrown-away' })} />
          <View className="sx-grow">
            <PrimaryButton
              text="说完了"
              state={voice.kind === 'starting' ? 'busy' : 'ready'}
              onPress={() => tell({ kind: 'said' })}
            />
          </View>
        </View>
      ) : (
        <View className="voice-panel__row">
          <HoldButton voice={voice} tell={tell} />
          {voice.kind === 'idle' ? (
            <SecondaryButton text="点一下说" onPress={() => tell({ kind: 'pressed', by: 'tap' })} />
          ) : null}
        </View>
      )}
    </View>
  )
}

const hintOf = (voice: Voice): string => {
  switch (voice.kind) {
    case 'recording':
      if (voice.away) return '松开就不要了'
      return `${voice.seconds} 秒 · ${voice.by === 'hold' ? '松开发送，往上滑不要' : `最长 ${longestVoice} 秒`}`
    case 'idle':
      return voice.note === null || voice.note === 'not-allowed' ? '按住不放再说，或者点一下说' : notes[voice.note]
    default:
      return '请稍等…'
  }
}

const HoldButton = ({ voice, tell }: { voice: Voice; tell: (event: VoiceEvent) => void }) => {
  const from = useRef(0)
  const look = voice.kind === 'recording' ? (voice.away ? 'away' : 'on') : 'off'
  return (
    <View
      className={`voice-panel__hold voice-panel__hold--${look}`}
      role="button"
      catchMove
      onTouchStart={(event) => {
        from.current = heightOf(event) ?? 0
        tell({ kind: 'pressed', by: 'hold' })
      }}
      onTouchMove={(event) => tell({ kind: 'slid', away: from.current - (heightOf(event) ?? from.current) > awayPx })}
      onTouchEnd={() => tell({ kind: 'let-go' })}
      onTouchCancel={() => tell({ kind: 'thrown-away' })}
    >
      <Icon name="microphone" size={22} className="voice-panel__icon" />
      {look === 'on' ? '正在听' : look === 'away' ? '不要了' : '按住说话'}
    </View>
  )
}

const Listen = ({ file, tell }: { file: KeptFile; tell: (event: VoiceEvent) => void }) => {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => void platform.files.address(file.ref).then(setAddress), [file.ref])
  return (
    <View className="voice-panel">
      <View className="voice-panel__hint">
        {address ? <MessagePart content={contentOfFile('voice', file, address)} /> : null}
      </View>
      <View className="voice-panel__row">
        <GhostButton text="不要了" onPress={() => tell({ kind: 'thrown-away' })} />
        <View className="sx-grow">
          <PrimaryButton text="发送" icon="send" onPress={() => tell({ kind: 'sent' })} />
        </View>
      </View>
    </View>
  )
}
