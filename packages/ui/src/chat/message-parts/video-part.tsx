import type { MediaView } from '@suixing/contracts'
import Taro from '@tarojs/taro'
import { useStoredMedia } from './media-base'
import { secondsText, unreadableText } from './media-words'
import { PartBox } from './part-box'
import './message-parts.scss'

/** A video: WeChat plays it over the whole screen, a browser in its place. */
export const VideoPart = ({ media }: { media: MediaView }) => {
  const stored = useStoredMedia(media)
  if (!stored) return <PartBox icon="video" title={unreadableText('video', media)} />
  if (Taro.getEnv() !== Taro.ENV_TYPE.WEAPP)
    return (
      <video className="sx-part-video" src={stored.url} controls playsInline preload="metadata" aria-label="视频" />
    )
  return (
    <PartBox
      icon="play"
      title={`视频 ${secondsText(media.seconds)}`.trim()}
      detail="点一下播放"
      onPress={() => void Taro.previewMedia({ sources: [{ url: stored.url, type: 'video' }] })}
    />
  )
}
