import type { MessageView } from '@suixing/contracts'
import type { CardContent, MenuEntry } from '@suixing/ui'
import type { Outbox } from '../outbox/outbox'
import type { Page } from './conversation-page'

/** Who reads the conversation: which words are their own, where what they write waits, and what they may tap. */
export interface Reader {
  readonly outbox: Outbox
  own(author: MessageView['author']): boolean
  acts(page: Page): { onOpenCard?: (card: CardContent) => void; onChoose?: (entry: MenuEntry) => void }
}
