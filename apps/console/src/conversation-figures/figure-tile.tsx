import { Tooltip } from 'antd'
import { Info } from 'lucide-react'

/** One figure: its number, what it is out of, and its definition on hover or focus. */
export function FigureTile({
  title,
  value,
  unit,
  of,
  definition,
}: {
  title: string
  value: string
  unit?: string
  of: string
  definition: string | undefined
}) {
  return (
    <section className="panel grow rate-tile" aria-label={title}>
      <div className="second figure-head">
        {title}
        {definition ? (
          <Tooltip title={definition}>
            <button type="button" className="plain-button ink-3" aria-label={`${title}怎么算：${definition}`}>
              <Info size={14} strokeWidth={1.7} />
            </button>
          </Tooltip>
        ) : null}
      </div>
      <div className="figure">
        {value}
        {unit ? <small>{unit}</small> : null}
      </div>
      <div className="caption" style={{ marginTop: 'auto' }}>
        {of}
      </div>
    </section>
  )
}
