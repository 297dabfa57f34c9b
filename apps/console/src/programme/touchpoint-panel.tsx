import type { ProgrammePage } from '@suixing/contracts'
import { CountBars } from './count-bars'

/** Where all touchpoints of the programme stand, each counted once. */
export function TouchpointPanel({ touchpoints }: { touchpoints: ProgrammePage['touchpoints'] }) {
  const { planned, delivered, answered, skipped, failed, uncertain } = touchpoints
  const all = planned + delivered + answered + skipped + failed + uncertain
  const bar = (word: string, count: number, colour: string) => ({
    word,
    count,
    colour,
    rate: { part: count, whole: all },
  })
  return (
    <CountBars
      title="触点走到哪一步"
      note={`以全部 ${all.toLocaleString('zh-CN')} 个触点为分母`}
      whole={all}
      bars={[
        bar('已计划', planned, '#BFD9DE'),
        bar('已送达', delivered, '#0E6474'),
        bar('已回应', answered, '#0E6474'),
        bar('已跳过', skipped, '#8AA0A6'),
        bar('没发成', failed, '#C2281F'),
        bar('结果不明', uncertain, '#8A5A00'),
      ]}
    />
  )
}
