import { useState } from 'react'
import { FileText, MapPin, Play, UserRound, Volume2 } from 'lucide-react'
import type { ViewedMessage } from '../sandbox/views'
import { byteSize } from './byte-size'
import './media.css'

type Media = Extract<ViewedMessage['content'], { type: 'image' | 'voice' | 'video' | 'file' }>

/** Where the bytes of a message are; null where there are none. */
export const addressOf = (content: Media): string | null =>
  content.url ?? (content.mediaId === null ? null : `/view/media/${content.mediaId}`)

const Gone = () => <div className="bubble media-gone">文件已经打不开</div>

export function MediaPart(props: { content: Media; onPreview: (url: string) => void }) {
  const { content } = props
  const address = addressOf(content)
  if (address === null) return <Gone />
  switch (content.type) {
    case 'image':
      return <Picture address={address} name={content.name} onPreview={props.onPreview} />
    case 'voice':
      return <Voice address={address} content={content} />
    case 'video':
      return (
        <video className="media-video" src={address} controls preload="metadata" aria-label={content.name}>
          <track kind="captions" />
        </video>
      )
    case 'file':
      return (
        <a className="bubble card card-file" href={address} download={content.name} data-testid="file-card">
          <span>
            <b>{content.name}</b>
            {content.bytes === undefined ? null : <small>{byteSize(content.bytes)}</small>}
          </span>
          <FileText size={40} strokeWidth={1.2} aria-hidden="true" />
        </a>
      )
  }
}

function Picture(props: { address: string; name: string; onPreview: (url: string) => void }) {
  const [broken, setBroken] = useState(false)
  if (broken) return <Gone />
  return (
    <button
      type="button"
      className="media-image"
      aria-label="看大图"
      data-testid="image-message"
      onClick={() => props.onPreview(props.address)}
    >
      <img src={props.address} alt={props.name || '图片'} onError={() => setBroken(true)} />
    </button>
  )
}

/** Plays where the browser can; AMR it cannot, and then the file is offered. */
function Voice({ address, content }: { address: string; content: Media }) {
  const [state, setState] = useState<'still' | 'playing' | 'unplayable'>('still')
  const seconds = content.seconds ?? 0
  const play = (): void => {
    const audio = new Audio(address)
    audio.addEventListener('ended', () => setState('still'))
    audio.play().then(
      () => setState('playing'),
      () => setState('unplayable'),
    )
  }
  return (
    <span className="media-voice">
      <button
        type="button"
        className="bubble"
        style={{ width: Math.min(90 + seconds * 3, 210) }}
        aria-label={`语音，${Math.round(seconds)} 秒`}
        data-testid="voice-message"
        data-state={state}
        onClick={play}
      >
        {state === 'playing' ? <Volume2 size={20} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
        {seconds > 0 ? `${Math.round(seconds)}″` : '语音'}
      </button>
      {state === 'unplayable' ? (
        <a href={address} download={content.name} data-testid="voice-file">
          浏览器放不了这种语音，保存文件
        </a>
      ) : null}
    </span>
  )
}

export function LocationPart(props: { name: string; address: string; latitude: number; longitude: number }) {
  return (
    <div className="bubble card card-location" data-testid="location-card">
      <b>{props.name || '位置'}</b>
      <small>{props.address || `${props.latitude.toFixed(4)}，${props.longitude.toFixed(4)}`}</small>
      <span aria-hidden="true">
        <MapPin size={30} strokeWidth={1.8} />
      </span>
    </div>
  )
}

export function PersonCard({ name }: { name: string }) {
  return (
    <div className="bubble card card-person" data-testid="person-card">
      <span>
        <UserRound size={28} strokeWidth={1.4} aria-hidden="true" />
        <b>{name}</b>
      </span>
      <small>个人名片</small>
    </div>
  )
}
