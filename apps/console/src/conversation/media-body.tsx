import type { MediaView } from '@suixing/contracts'
import { Image } from 'antd'
import { Download, FileText } from 'lucide-react'
import { absenceWords, bytesWords, lengthWords, mediaKindWords, plays, type MediaKind } from './media-words'

function FileOffer({ kind, media, url }: { kind: MediaKind; media: MediaView; url: string }) {
  const about = [lengthWords(media.seconds), bytesWords(media.bytes)].filter(Boolean).join(' · ')
  return (
    <a className="file-offer" href={url} download={media.name ?? ''} target="_blank" rel="noreferrer">
      <FileText size={22} strokeWidth={1.7} color="var(--ink-3)" />
      <span className="grow">
        <span className="ellipsis" style={{ display: 'block' }}>
          {media.name ?? mediaKindWords[kind]}
        </span>
        <span className="caption">{about ? `${about} · 下载后打开` : '下载后打开'}</span>
      </span>
      <Download size={16} strokeWidth={1.7} color="var(--ink-3)" />
    </a>
  )
}

/** A picture with preview, a player where the browser plays it, a file to download otherwise; or why there is nothing to see. */
export function MediaBody({ kind, media }: { kind: MediaKind; media: MediaView }) {
  const absence = absenceWords(kind, media)
  if (absence !== null || media.url === null) return <span className="ink-3">{absence}</span>
  if (kind === 'image')
    return (
      <Image src={media.url} alt={media.name ?? '图片'} className="bubble-image" preview={{ mask: { blur: false } }} />
    )
  if (kind === 'voice' && plays(media.contentType))
    return (
      <span className="row gap8">
        <audio controls preload="none" src={media.url} aria-label="语音" />
        <span className="caption">{lengthWords(media.seconds)}</span>
      </span>
    )
  if (kind === 'video' && plays(media.contentType))
    return <video controls preload="metadata" src={media.url} className="bubble-video" aria-label="视频" />
  return <FileOffer kind={kind} media={media} url={media.url} />
}
