import type { MediaView } from '@suixing/contracts'
import { useStoredMedia } from './media-base'
import { bytesText, unreadableText } from './media-words'
import { PartBox } from './part-box'
import { useFileOffer } from './use-file-offer'

/** A file by its name and size; a tap offers it. */
export const FilePart = ({ media }: { media: MediaView }) => {
  const stored = useStoredMedia(media)
  const file = useFileOffer()
  const name = media.name ?? '文件'
  if (!stored) return <PartBox icon="file" title={name} detail={unreadableText('file', media)} />
  return (
    <PartBox
      icon="file"
      title={name}
      detail={file.failed ? '没有取到，点一下再试' : [bytesText(media.bytes), '点一下打开'].filter(Boolean).join(' · ')}
      onPress={() => file.offer(stored, name)}
    />
  )
}
