import type { MediaView } from '@suixing/contracts'

/** What a kind of file is called. */
export const mediaNames = { image: '图片', voice: '语音', video: '视频', file: '文件' } as const
export type MediaKind = keyof typeof mediaNames

/** Why a file cannot be shown. Null when it can. */
export const unreadableText = (kind: MediaKind, { state, url }: Pick<MediaView, 'state' | 'url'>): string | null => {
  const name = mediaNames[kind]
  if (state === 'pending') return `${name}正在取来`
  if (state === 'gone') return `${name}已过期，没能取到`
  if (state === 'refused') return `${name}太大或类型不能打开`
  return url === null ? `${name}现在读不到` : null
}

/** `820 KB`, `1.4 MB`; nothing when unknown. */
export const bytesText = (bytes: number | null): string => {
  if (bytes === null) return ''
  if (bytes < 1024) return `${bytes} B`
  const kib = bytes / 1024
  return kib < 1000 ? `${Math.round(kib)} KB` : `${(kib / 1024).toFixed(1)} MB`
}

/** `5″`, `1′05″`; a sound has at least one second; nothing when unknown. */
export const secondsText = (seconds: number | null): string => {
  if (seconds === null) return ''
  const whole = Math.max(1, Math.round(seconds))
  return whole < 60 ? `${whole}″` : `${Math.floor(whole / 60)}′${String(whole % 60).padStart(2, '0')}″`
}
