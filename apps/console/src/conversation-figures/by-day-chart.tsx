import type { ConversationFigures } from '@suixing/contracts'
import { useBoxWidth } from '../look/use-box-width'
import { byDayGeometry, dayLabel } from './by-day-geometry'

const height = 220
/** Colours of the chart and its legend. */
export const byDayLook = {
  received: { word: '患者发来', fill: '#bfd8de' },
  answered: { word: '助手答了', fill: 'var(--brand)' },
  handedOver: { word: '转人工', fill: 'var(--kin)' },
} as const

/** Messages and hand-overs of each local day. */
export function ByDayChart({ byDay }: { byDay: ConversationFigures['byDay'] }) {
  const [box, width] = useBoxWidth<HTMLDivElement>(1140)
  const { left, right, base, bars, ticks, labels } = byDayGeometry(byDay, { width, height })
  return (
    <div ref={box}>
      <svg width={width} height={height} role="img" aria-label="每天的消息和转人工" fontSize="12" fill="var(--ink-3)">
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <path d={`M${left} ${y}H${right}`} stroke={value === 0 ? 'var(--line-2)' : 'var(--line)'} />
            <text x={left - 7} y={y + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {bars.map(({ day, x, width: wide, receivedY, answeredY, handedOver }) => (
          <g key={day.day}>
            <title>{`${dayLabel(day.day)} 患者发来 ${day.received}，助手答了 ${day.answered}，转人工 ${day.handedOver}`}</title>
            <rect x={x} y={receivedY} width={wide} height={base - receivedY} rx="2" fill={byDayLook.received.fill} />
            <rect x={x} y={answeredY} width={wide} height={base - answeredY} rx="2" fill={byDayLook.answered.fill} />
            <rect
              x={handedOver.x}
              y={handedOver.y}
              width={handedOver.width}
              height={base - handedOver.y}
              rx="2"
              fill={byDayLook.handedOver.fill}
            />
          </g>
        ))}
        {labels.map(({ x, text }) => (
          <text key={text} x={Math.min(x, right - 16)} y={height - 5} textAnchor="middle">
            {text}
          </text>
        ))}
      </svg>
    </div>
  )
}
