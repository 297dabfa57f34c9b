import type { ConversationFigures } from '@suixing/contracts'
import { CountBars } from '../programme/count-bars'
import { countWords } from '../look/number-words'

/** How patients found it, over those who answered; how many were asked stands beside. */
export function SatisfactionPanel({ satisfaction }: { satisfaction: ConversationFigures['satisfaction'] }) {
  const { asked, answered, good, fair, bad } = satisfaction
  const bar = (word: string, count: number, colour: string) => ({
    word,
    count,
    colour,
    rate: { part: count, whole: answered },
  })
  return (
    <CountBars
      title="患者评价"
      note={`问了 ${countWords(asked)} 次，答了 ${countWords(answered)} 次 · 百分比以答了的为分母`}
      whole={Math.max(1, answered)}
      bars={[bar('满意', good, 'var(--brand)'), bar('一般', fair, '#7fc4ce'), bar('不满意', bad, 'var(--ink-4)')]}
    />
  )
}
