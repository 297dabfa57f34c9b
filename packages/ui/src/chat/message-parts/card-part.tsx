import type { MessageContent } from '@suixing/contracts'
import { PartBox } from './part-box'

/** A card that opens a page of the patient mini-program. */
export type CardContent = Extract<MessageContent, { kind: 'card' }>

/** Without `onOpen` the card is only shown, as to physicians, whose app has no such page. */
export const CardPart = ({ card, onOpen }: { card: CardContent; onOpen?: (card: CardContent) => void }) => (
  <PartBox
    icon="book"
    title={card.title}
    detail={card.contentId === null ? '小程序卡片' : '科教卡片'}
    {...(onOpen ? { onPress: () => onOpen(card) } : {})}
  />
)
