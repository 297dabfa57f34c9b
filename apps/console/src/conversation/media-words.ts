import type { MediaView, MessageContent } from '@suixing/contracts'

export type MediaKind = Extract<MessageContent, { media: MediaView }>['kind']

/** Kinds of files as a conversation names them. */
export const mediaKindWords: Record<MediaKind, string> = { image: '图片', voice: '语音', video: '视频', file: '文件' }

/** 「820 B」「1.2 MB」; nothing when the size is not known. */
export function bytesWords(bytes: number | null): string {
  if (bytes === null) return ''
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Length of a voice or video: 「7″」「1′05″」. */
export const lengthWords = (seconds: number | null): string => {
  if (seconds === null) return ''
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole}″` : `${Math.floor(whole / 60)}′${String(whole % 60).padStart(2, '0')}″`
}

/** Why a file cannot be shown; null when it can. */
export function absenceWords(kind: MediaKind, { state, url }: MediaView): string | null {
  if (state === 'pending') return `${mediaKindWords[kind]}正在取，稍后出现`
  if (state === 'gone') return `${mediaKindWords[kind]}在微信里已过三天，取不到了`
  if (state === 'refused') return `${mediaKindWords[kind]}太大或打不开，没有收下`
  return url === null ? `${mediaKindWords[kind]}暂时打不开，请稍后再看` : null
}

/** Whether a browser plays it. AMR, which kf gives for voice, none does: it is offered as a file. */
export const plays = (contentType: string | null): boolean =>
  contentType !== null && /^(audio|video)\//.test(contentType) && !/amr/i.test(contentType)
