import type { MessageView } from '@suixing/contracts'
import { Check, LayoutPanelTop } from 'lucide-react'
import { LocationBody } from './location-body'
import { MediaBody } from './media-body'

const web = /^https?:\/\//i

/** What a message says, by its kind; plain text has no content besides its words. */
export function MessageBody({ message }: { message: MessageView }) {
  const { content, text } = message
  switch (content?.kind) {
    case undefined:
      return <>{text}</>
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return <MediaBody kind={content.kind} media={content.media} />
    case 'location':
      return <LocationBody location={content} />
    case 'link':
      return (
        <span>
          {web.test(content.url) ? (
            <a href={content.url} target="_blank" rel="noreferrer noopener">
              <b>{content.title || content.url}</b>
            </a>
          ) : (
            <b>{content.title || content.url}</b>
          )}
          {content.description ? <span className="bubble-more">{content.description}</span> : null}
        </span>
      )
    case 'card':
      return (
        <span className="row gap8">
          <LayoutPanelTop size={18} strokeWidth={1.7} />
          <span>
            <b>{content.title}</b>
            <span className="bubble-more">小程序卡片</span>
          </span>
        </span>
      )
    case 'menu':
      return (
        <span>
          {content.head}
          {content.items.map((item) => (
            <span key={item.id} className={item.id === content.chosen ? 'menu-item chosen' : 'menu-item'}>
              {item.text}
              {item.id === content.chosen ? (
                <>
                  <Check size={14} strokeWidth={2} aria-hidden="true" />
                  <span className="caption">选了这一项</span>
                </>
              ) : null}
            </span>
          ))}
        </span>
      )
    case 'other':
      return <span className="ink-3">［{content.name}］这里显示不了，请在企业微信里看</span>
  }
}
