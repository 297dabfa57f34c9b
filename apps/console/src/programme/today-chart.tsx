import type { ProgrammePage } from '@suixing/contracts'
import { useBoxWidth } from '../look/use-box-width'
import { minuteOfDayWords } from '../time/time-words'
import { todayGeometry, type Series } from './today-geometry'

/** Fill and word of each series; ended is hatched, so that the three differ without colour. */
export const seriesLook: Record<Series, { readonly fill: string; readonly word: string }> = {
  sent: { fill: '#0E6474', word: '已发出' },
  open: { fill: '#7FC4CE', word: '待发' },
  ended: { fill: 'url(#ended-hatch)', word: '没有发' },
}
const height = 196

/** Touchpoints of the local day by hour, stacked, with quiet hours hatched and now as a black pill. */
export function TodayChart({
  today,
  quietHours,
  nowMinute,
}: {
  today: ProgrammePage['today']
  quietHours: ProgrammePage['quietHours']
  nowMinute: number
}) {
  const [box, width] = useBoxWidth<HTMLDivElement>(734)
  const { left, right, top, base, segments, quiet, ticks, hours, nowX } = todayGeometry(today, quietHours, nowMinute, {
    width,
    height,
  })
  const pill = Math.min(Math.max(nowX, left + 23), right - 23)
  return (
    <div ref={box}>
      <svg width={width} height={height} fontSize="12" fill="var(--ink-3)" role="img" aria-label="今天每小时的触点">
        <defs>
          <pattern id="ended-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill="#DDE3E5" />
            <rect width="2" height="5" fill="#8FA0A6" />
          </pattern>
          <pattern id="quiet-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="#F4F6F7" />
            <rect width="1.5" height="6" fill="#E1E7E9" />
          </pattern>
        </defs>
        {quiet.map((stretch) => (
          <g key={stretch.x}>
            <rect x={stretch.x} y={top} width={stretch.width} height={base - top} fill="url(#quiet-hatch)" />
            {stretch.width > 56 ? (
              <text x={stretch.x + stretch.width / 2} y={top + 20} textAnchor="middle">
                安静时段
              </text>
            ) : null}
          </g>
        ))}
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <path d={`M${left} ${y}H${right}`} stroke={value === 0 ? 'var(--line-2)' : 'var(--line)'} />
            <text x={left - 7} y={y + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {segments.map((segment) => (
          <rect
            key={`${segment.hour}-${segment.series}`}
            x={segment.x}
            y={segment.y}
            width={segment.width}
            height={segment.height}
            rx="2"
            fill={seriesLook[segment.series].fill}
            opacity={segment.ahead ? 0.55 : 1}
          >
            <title>{`${segment.hour}:00 ${seriesLook[segment.series].word} ${segment.count}`}</title>
          </rect>
        ))}
        {hours.map(({ hour, x }) => (
          <text key={hour} x={x} y={height - 5} textAnchor={x <= left ? 'start' : 'middle'}>
            {hour}:00
          </text>
        ))}
        <path d={`M${nowX} ${top - 14}V${base}`} stroke="var(--ink-1)" strokeWidth="1.5" />
        <rect x={pill - 23} y="2" width="46" height="18" rx="9" fill="var(--ink-1)" />
        <text x={pill} y="15" textAnchor="middle" fill="#fff">
          {minuteOfDayWords(nowMinute)}
        </text>
      </svg>
    </div>
  )
}
