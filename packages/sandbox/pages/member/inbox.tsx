import type { ViewedInboxMessage } from '../sandbox/views'
import { TemplateCard } from './template-card'
import type { CardTap } from './template-card'
import { shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'

/** The application messages a member got, newest first. One that carries a page of the mini-program opens it. */
export function Inbox(props: {
  messages: ViewedInboxMessage[]
  now: At
  onOpen: (page: string) => void
  onCard: (messageId: string, tap: CardTap) => void
}) {
  if (props.messages.length === 0)
    return (
      <p className="page-empty" data-testid="inbox-empty">
        还没有消息。
        <br />
        有人等您回复时，「随行」会发到这里。
      </p>
    )
  return (
    <ul className="inbox">
      {[...props.messages].reverse().map((message) => (
        <li key={message.id} data-testid="inbox-message" data-type={message.content.type}>
          <header>
            <b>随行</b>
            <time>{shortTime(message.at, props.now)}</time>
          </header>
          <Body message={message} onOpen={props.onOpen} onCard={(tap) => props.onCard(message.id, tap)} />
        </li>
      ))}
    </ul>
  )
}

function Body(props: { message: ViewedInboxMessage; onOpen: (page: string) => void; onCard: (tap: CardTap) => void }) {
  const { content } = props.message
  const { onOpen } = props
  switch (content.type) {
    case 'text':
    case 'markdown':
      return <p>{content.text}</p>
    case 'template_card':
      return <TemplateCard content={content} onTap={props.onCard} />
    case 'recalled':
      return <p className="grey">这条消息已被撤回</p>
    case 'textcard':
      return (
        <>
          <h3>{content.title}</h3>
          <p>{plain(content.description)}</p>
          <a href={content.url} target="_blank" rel="noreferrer">
            {content.button || '详情'}
          </a>
        </>
      )
    case 'miniprogram_notice':
      return (
        <>
          <h3>{content.title}</h3>
          <p>{content.description}</p>
          <dl>
            {content.items.map((item, index) => [
              <dt key={index}>{item.key}</dt>,
              <dd key={`${index}=`}>{item.value}</dd>,
            ])}
          </dl>
          <button type="button" data-testid="inbox-open" onClick={() => onOpen(content.page)}>
            进入小程序查看
          </button>
        </>
      )
  }
}

/** A text card's description may hold a little HTML (W:90236); only its words are shown. */
function plain(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').trim()
}
