import type { MediaView } from '@suixing/contracts'
import { Image } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useStoredMedia } from './media-base'
import { unreadableText } from './media-words'
import { PartBox } from './part-box'

/** A picture; a tap opens it over the whole screen. One that does not load can be asked for again. */
export const ImagePart = ({ media }: { media: MediaView }) => {
  const stored = useStoredMedia(media)
  const [broken, setBroken] = useState<string | null>(null)
  if (!stored) return <PartBox icon="image" title={unreadableText('image', media)} />
  if (broken === stored.url)
    return <PartBox icon="image" title="图片没有读到" detail="点一下再试" onPress={() => setBroken(null)} />
  return (
    <Image
      className="sx-part-image"
      src={stored.url}
      mode="aspectFill"
      aria-label="图片，点开看大图"
      onError={() => setBroken(stored.url)}
      onClick={() => void Taro.previewImage({ urls: [stored.url], current: stored.url })}
    />
  )
}
