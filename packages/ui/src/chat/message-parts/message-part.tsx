import type { MessageContent } from '@suixing/contracts'
import { CardPart, type CardContent } from './card-part'
import { FilePart } from './file-part'
import { ImagePart } from './image-part'
import { LinkPart } from './link-part'
import { MenuPart, type MenuEntry } from './menu-part'
import { PartBox } from './part-box'
import { PlacePart } from './place-part'
import { VideoPart } from './video-part'
import { VoicePart } from './voice-part'

/** What a message carries besides words, by its kind. Put it inside the bubble, instead of the text. */
export const MessagePart = (props: {
  content: MessageContent
  onOpenCard?: (card: CardContent) => void
  onChoose?: (entry: MenuEntry) => void
}) => {
  const { content, onOpenCard, onChoose } = props
  switch (content.kind) {
    case 'image':
      return <ImagePart media={content.media} />
    case 'voice':
      return <VoicePart media={content.media} />
    case 'video':
      return <VideoPart media={content.media} />
    case 'file':
      return <FilePart media={content.media} />
    case 'location':
      return <PlacePart place={content} />
    case 'link':
      return <LinkPart link={content} />
    case 'card':
      return <CardPart card={content} {...(onOpenCard ? { onOpen: onOpenCard } : {})} />
    case 'menu':
      return <MenuPart menu={content} {...(onChoose ? { onChoose } : {})} />
    case 'other':
      return <PartBox icon="attention" title={content.name} detail="这里还不能显示，请在微信里看" />
  }
}
