import { Stepper } from '@suixing/ui'

const usualYearsAgo = 5

/** Year of diagnosis. Before the first tap it shows a year nearby, greyed as 「请选」, which counts as no answer. */
export const YearQuestion = (props: {
  years: { from: number; to: number }
  year: number | null
  onChange: (year: number) => void
}) => {
  const { from, to } = props.years
  const shown = props.year ?? Math.max(from, to - usualYearsAgo)
  const ago = to - shown
  return (
    <Stepper
      value={shown}
      from={from}
      to={to}
      unit="年"
      detail={props.year === null ? ' · 请选' : ` · ${ago === 0 ? '今年' : `${ago} 年了`}`}
      pick={{ title: '哪一年确诊的' }}
      onChange={props.onChange}
    />
  )
}
