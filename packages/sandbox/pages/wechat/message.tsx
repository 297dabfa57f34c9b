import { Link2 } from 'lucide-react'
import type { ViewedMessage } from '../sandbox/views'
import { recalledLine } from './chat-words'
import { LinkCard } from './link-card'
import { MenuCard } from './menu-card'
import { MiniProgramCard } from './mini-program-card'
import { TemplateCard } from './template-card'
import { Face } from './face'
import type { FaceOf } from './face'

/** One message as WeChat draws it. `face` stands beside it; `onTap` gets which part was tapped, 0 for a whole card. */
export function Message(props: {
  message: ViewedMessage
  face: FaceOf
  appName: string
  onTap: (index: number) => void
}) {
  const { message, face } = props
  if (message.content.type === 'notice' || message.content.type === 'recalled') {
    return (
      <div className="chat-time" data-testid="message" data-from="system">
        {message.content.type === 'notice' ? message.content.text : recalledLine(message)}
      </div>
    )
  }
  return (
    <div
      className={message.from === 'patient' ? 'message mine' : 'message'}
      data-testid="message"
      data-from={message.from}
      data-type={message.content.type}
    >
      <Face of={face} />
      <Body {...props} />
    </div>
  )
}

function Body({ message, appName, onTap }: Parameters<typeof Message>[0]) {
  const { content } = message
  switch (content.type) {
    case 'text':
      return <div className="bubble">{content.text}</div>
    case 'miniprogram':
      return (
        <MiniProgramCard title={content.title} appName={appName} mediaId={content.mediaId} onOpen={() => onTap(0)} />
      )
    case 'link':
      return <LinkCard {...content} onOpen={() => onTap(0)} />
    case 'menu':
      return <MenuCard {...content} onChoose={onTap} />
    case 'template':
      return <TemplateCard {...content} appName={appName} onOpen={() => onTap(0)} />
    case 'location':
      return (
        <div className="bubble">
          {content.name}
          {'\n'}
          {content.address}
        </div>
      )
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return <Media content={content} />
    case 'card':
      return <div className="bubble">{content.name}</div>
    case 'notice':
    case 'recalled':
      return null
  }
}

function Media({
  content,
}: {
  content: Extract<ViewedMessage['content'], { type: 'image' | 'voice' | 'video' | 'file' }>
}) {
  const address = content.url ?? (content.mediaId === null ? null : `/view/media/${content.mediaId}`)
  if (content.type === 'image' && address !== null)
    return (
      <div className="bubble">
        <img src={address} alt={content.name || '图片'} width={180} />
      </div>
    )
  return (
    <div className="bubble">
      <Link2 size={18} aria-hidden="true" style={{ display: 'inline' }} /> {content.name}
    </div>
  )
}
