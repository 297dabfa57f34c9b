import type { MessageView } from '@suixing/contracts'

/** Who speaks, with role: 「林致远 主治医师」「李明（儿子）」; a patient needs no name in their own conversation. */
export function authorWords(author: MessageView['author']): string {
  switch (author.kind) {
    case 'assistant':
      return '智能助手'
    case 'staff':
      return `${author.name} ${author.title}`.trim()
    case 'family':
      return `${author.name}（${author.relation}）`
    case 'system':
      return '系统'
    case 'patient':
      return ''
  }
}

/** The same for a line of a list, where the patient is one speaker among others. */
export const speakerWords = (author: MessageView['author']): string =>
  author.kind === 'patient' ? author.name : author.kind === 'staff' ? author.name : authorWords(author)
