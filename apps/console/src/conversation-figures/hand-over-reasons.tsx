import { handOverReason, type ConversationFigures } from '@suixing/contracts'
import { handOverWords } from '../conversation/conversation-words'
import { countWords } from '../look/number-words'
import { CountBars } from '../programme/count-bars'

/** Hand-overs by what they began with, out of all of them. */
export function HandOverReasons({ handOvers }: { handOvers: ConversationFigures['handOvers'] }) {
  return (
    <CountBars
      title="为什么转人工"
      note={`共 ${countWords(handOvers.total)} 次 · 还有 ${countWords(handOvers.waiting)} 次没人回`}
      whole={Math.max(1, handOvers.total)}
      bars={handOverReason.options.map((reason) => ({
        word: handOverWords[reason].word,
        count: handOvers.because[reason],
        colour: reason === 'red-flag' ? 'var(--urgent)' : 'var(--brand)',
        rate: { part: handOvers.because[reason], whole: handOvers.total },
      }))}
    />
  )
}
