import type { MessageSearch } from '@suixing/contracts'
import type { MessageRow, MessageSearchWithin } from '@suixing/database'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import type { Call } from '../platform/serve'
import { withoutSignature } from './message-view'
import { beforeOf, cursorAfter } from './page-cursor'

const PAGE = 30
/** Letters shown before and after a hit. */
const AROUND = 24

/** Messages in which the very words stand, newest first, and where to go on. Width and case make no difference. */
export async function searchText(
  product: Product,
  { q, ...where }: MessageSearchWithin & { readonly q: string },
): Promise<{ rows: MessageRow[]; next: string | null }> {
  const wanted = plain(q)
  if ([...wanted].length < 2) return { rows: [], next: null }
  // Pairs may stand apart from each other, so the index finds a little more than is asked for.
  const found = await product.repositories.messages.search(q, where)
  const last = found.at(-1)
  return {
    rows: found.filter(({ text }) => plain(text).includes(wanted)),
    next: last && found.length === where.limit ? cursorAfter(last) : null,
  }
}

/** GET /api/console/messages */
export async function messageSearch(
  product: Product,
  { q, programmeId, after }: Call<'searchMessages'>['query'],
): Promise<MessageSearch> {
  if ([...plain(q)].length < 2)
    throw new ApiError('bad-request', 'two letters or more', { field: 'query.q', hint: 'add a letter' })
  const { rows, next } = await searchText(product, {
    q,
    ...(programmeId ? { programmeIds: [programmeId] } : {}),
    before: beforeOf(after),
    limit: PAGE,
  })
  const talks = await product.repositories.conversations.byIds([...new Set(rows.map((row) => row.conversationId))])
  const patients = await product.repositories.identities.patients(talks.flatMap(({ patientId }) => patientId ?? []))
  const names = new Map(patients.map((row) => [row._id, row.name]))
  return {
    hits: rows.map((row) => ({
      messageId: row._id,
      conversationId: row.conversationId,
      patientName: (row.patientId && names.get(row.patientId)) || '微信用户',
      at: row.at,
      author: authorName(row),
      pieces: pieces(withoutSignature(row), q),
    })),
    next,
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')
const authorName = ({ author }: MessageRow): string =>
  author.kind === 'assistant' ? '智能助手' : author.kind === 'system' ? '随行随访' : author.name

/** The text around its first hit, cut into pieces: every second one is the hit as it was written. */
function pieces(text: string, q: string): string[] {
  const pattern = [...plain(q)]
    .map((letter) => letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('[\\p{P}\\p{S}\\p{Z}\\p{C}]*')
  const folded = text.normalize('NFKC')
  const match = new RegExp(pattern, 'iu').exec(folded)
  if (!match) return [text.slice(0, AROUND * 4)]
  // Folding full width letter by letter keeps places, so what was written can be shown.
  const whole = folded.length === text.length ? text : folded
  const start = Math.max(0, match.index - AROUND)
  const end = match.index + match[0].length
  return [
    `${start > 0 ? '…' : ''}${whole.slice(start, match.index)}`,
    whole.slice(match.index, end),
    `${whole.slice(end, end + AROUND * 2)}${end + AROUND * 2 < whole.length ? '…' : ''}`,
  ]
}
