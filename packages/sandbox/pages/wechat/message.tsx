import { useState } from 'react'
import type { ViewedMessage } from '../sandbox/views'
import { recalledLine } from './chat-words'
import type { Viewer } from './chat-words'
import { LinkCard } from './link-card'
import { LocationPart, MediaPart, PersonCard } from './media-parts'
import { MenuCard } from './menu-card'
import { MiniProgramCard } from './mini-program-card'
import { TemplateCard } from './template-card'
import { Face } from './face'
import type { FaceOf } from './face'
import { useLongPress } from './use-long-press'

/**
 * One message as WeChat draws it, for the patient or for the servicer across. `face` stands beside it; `onTap` gets
 * which part was tapped, 0 for a whole card; `onRecall` is there while it can be taken back.
 */
export function Message(props: {
  message: ViewedMessage
  viewer: Viewer
  face: FaceOf
  appName: string
  onTap: (index: number) => void
  onPreview: (url: string) => void
  onRecall?: (() => void) | undefined
}) {
  const { message, face, viewer } = props
  const [pressed, setPressed] = useState(false)
  const press = useLongPress(props.onRecall && (() => setPressed(true)))
  if (message.content.type === 'notice' || message.content.type === 'recalled') {
    return (
      <div className="chat-time" data-testid="message" data-from="system" data-type={message.content.type}>
        {message.content.type === 'notice' ? message.content.text : recalledLine(message, viewer)}
      </div>
    )
  }
  return (
    <div
      className={message.from === viewer ? 'message mine' : 'message'}
      data-testid="message"
      data-from={message.from}
      data-type={message.content.type}
      {...press}
    >
      <Face of={face} />
      <Body {...props} />
      {pressed && props.onRecall ? (
        <button
          type="button"
          className="recall-menu"
          autoFocus
          data-testid="recall"
          onBlur={() => setPressed(false)}
          onClick={props.onRecall}
        >
          撤回
        </button>
      ) : null}
    </div>
  )
}

function Body({ message, appName, onTap, onPreview }: Parameters<typeof Message>[0]) {
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
      return <LocationPart {...content} />
    case 'card':
      return <PersonCard name={content.name} />
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return <MediaPart content={content} onPreview={onPreview} />
    case 'notice':
    case 'recalled':
      return null
  }
}
