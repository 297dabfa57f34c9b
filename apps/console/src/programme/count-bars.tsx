import { countWords, percentWords } from '../look/number-words'

/** One bar: its share of `whole` is drawn, `rate` is printed. */
export interface CountBar {
  readonly word: string
  readonly count: number
  readonly colour: string
  readonly rate: { readonly part: number; readonly whole: number } | null
}

/** Horizontal bars with the count beside each and its rate behind it. */
export function CountBars({
  title,
  note,
  whole,
  bars,
}: {
  title: string
  note: string
  whole: number
  bars: readonly CountBar[]
}) {
  return (
    <section className="panel grow" aria-label={title}>
      <div className="panel-head">
        <h3>{title}</h3>
        <span className="end caption">{note}</span>
      </div>
      {bars.map(({ word, count, colour, rate }) => (
        <div key={word} className="row count-bar">
          <span className="ink-2" style={{ width: 72 }}>
            {word}
          </span>
          <span className="grow" style={{ height: 20 }}>
            <i
              style={{
                display: 'block',
                height: 20,
                borderRadius: 3,
                background: colour,
                width: `${whole > 0 ? (count / whole) * 100 : 0}%`,
                minWidth: count > 0 ? 2 : 0,
              }}
            />
          </span>
          <b className="right" style={{ width: 54 }}>
            {countWords(count)}
          </b>
          <span className="caption right" style={{ width: 56 }}>
            {rate ? percentWords(rate.part, rate.whole) : ''}
          </span>
        </div>
      ))}
    </section>
  )
}
