import type { TouchpointView } from '@suixing/contracts'
import { useBoxWidth } from '../look/use-box-width'
import { nearWords, timeWords } from '../time/time-words'
import { ladder } from './ladder'

/** When it should have gone, when it goes, quiet hours between, and now. */
export function LadderChart({
  touchpoint,
  now,
  timeZone,
  quietHours,
}: {
  touchpoint: TouchpointView
  now: string
  timeZone: string
  quietHours: { from: number; to: number } | null
}) {
  const [box, width] = useBoxWidth<HTMLDivElement>(724)
  const { marks, quiet, axis } = ladder(touchpoint, now, timeZone, quietHours, width)
  const dues = marks.filter(({ kind }) => kind !== 'now')
  const pill = marks.find(({ kind }) => kind === 'now')
  return (
    <div ref={box} style={{ marginTop: 8 }}>
      <svg width={width} height="90" fontSize="12" fill="var(--ink-3)" role="img" aria-label="应发和实际的时刻">
        <defs>
          <pattern id="ladder-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="#F4F6F7" />
            <rect width="1.5" height="6" fill="#E1E7E9" />
          </pattern>
        </defs>
        {quiet.map((stretch) => (
          <g key={stretch.x}>
            <rect x={stretch.x} y="32" width={stretch.width} height="26" rx="5" fill="url(#ladder-hatch)" />
            {stretch.width > 60 ? (
              <text x={stretch.x + stretch.width / 2} y="49" textAnchor="middle">
                安静时段
              </text>
            ) : null}
            {stretch.until && dues.every(({ x }) => Math.abs(x - stretch.x - stretch.width) > 84) ? (
              <text x={stretch.x + stretch.width} y="77" textAnchor="middle">
                {nearWords(stretch.until, now, timeZone)}
              </text>
            ) : null}
          </g>
        ))}
        <path d={`M${axis[0]} 58.5H${axis[1]}`} stroke="var(--line-2)" />
        {dues.slice(1).map((mark, index) => {
          const from = dues[index]!
          return (
            <g key={mark.at} fill="none" stroke="var(--warn)" strokeWidth="1.6">
              <path
                d={`M${from.x} 36C${from.x + (mark.x - from.x) * 0.1} 14 ${mark.x - (mark.x - from.x) * 0.1} 14 ${mark.x} 34`}
                strokeDasharray="4 3"
              />
              <path d={`M${mark.x - 5} 29L${mark.x} 35L${mark.x + 5} 29`} />
            </g>
          )
        })}
        {dues.map((mark, index) => (
          <g key={mark.at}>
            <circle
              cx={mark.x}
              cy="45"
              r="6"
              fill={mark.kind === 'due' ? 'var(--brand)' : '#fff'}
              stroke={mark.kind === 'due' ? 'var(--brand)' : 'var(--warn)'}
              strokeWidth="2.5"
            />
            {index === dues.length - 1 || (dues[index + 1]?.x ?? 0) - mark.x > 84 ? (
              <text x={Math.min(Math.max(mark.x, 44), width - 44)} y="77" textAnchor="middle">
                {nearWords(mark.at, now, timeZone)}
              </text>
            ) : null}
          </g>
        ))}
        {pill ? (
          <>
            <path d={`M${pill.x} 18V58`} stroke="var(--ink-1)" strokeWidth="1.5" />
            <rect x={pill.x - 23} y="1" width="46" height="18" rx="9" fill="var(--ink-1)" />
            <text x={pill.x} y="14" textAnchor="middle" fill="#fff">
              {timeWords(pill.at, timeZone)}
            </text>
          </>
        ) : null}
      </svg>
    </div>
  )
}
