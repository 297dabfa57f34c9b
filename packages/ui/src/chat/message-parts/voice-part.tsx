import type { MediaView } from '@suixing/contracts'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Icon } from '../../icon/icon'
import { useStoredMedia } from './media-base'
import { secondsText, unreadableText } from './media-words'
import { PartBox } from './part-box'
import { isPlayable } from './playable'
import { useFileOffer } from './use-file-offer'
import { playerHere, playVoice, stopVoice } from './voice-player'

/** A voice as a bar with its seconds: a tap plays, another stops. What this phone cannot play is offered as a file. */
export const VoicePart = ({ media }: { media: MediaView }) => {
  const stored = useStoredMedia(media)
  const [state, setState] = useState<'still' | 'playing' | 'failed'>('still')
  const file = useFileOffer()
  const url = stored?.url ?? ''
  useEffect(() => () => stopVoice(url), [url])

  if (!stored) return <PartBox icon="microphone" title={unreadableText('voice', media)} />
  const seconds = secondsText(media.seconds)
  if (state === 'failed' || !isPlayable(media.contentType, playerHere()))
    return (
      <PartBox
        icon="download"
        title={`语音 ${seconds}`.trim()}
        detail={file.failed ? '没有取到，点一下再试' : '放不了，点这里存成文件'}
        onPress={() => file.offer(stored, media.name ?? '语音.amr')}
      />
    )
  const press = () => {
    if (state === 'playing') return stopVoice(url)
    setState('playing')
    playVoice(url, (how) => setState(how === 'ended' ? 'still' : 'failed'))
  }
  const length = Math.min(60, Math.max(2, media.seconds ?? 6))
  return (
    <View
      className={`sx-part-voice sx-part-voice--${state}`}
      hoverClass="sx-part--pressed"
      style={{ width: `${96 + length * 2}px` }}
      role="button"
      aria-label={state === 'playing' ? '停止播放语音' : '播放语音'}
      onClick={press}
    >
      <Icon name={state === 'playing' ? 'pause' : 'play'} size={20} />
      <View className="sx-part-voice__bar" />
      <View>{seconds}</View>
    </View>
  )
}
