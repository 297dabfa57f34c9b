import type { GlucoseView } from '@suixing/contracts'
import { useCallback } from 'react'
import { useDisplay } from '../theme/display'
import { ChartCanvas } from './chart-canvas'
import { trendDrawing } from './trend-drawing'

const measures = {
  normal: { fontSize: 16, height: 178, markRadius: 4.6 },
  large: { fontSize: 20, height: 220, markRadius: 7 },
  compact: { fontSize: 13, height: 160, markRadius: 4 },
} as const

/** Readings over the days of a glucose view. `id` is unique on the page. */
export const GlucoseTrendChart = ({ id, view }: { id: string; view: GlucoseView }) => {
  const measure = measures[useDisplay().type]
  const draw = useCallback((width: number) => trendDrawing(view, { width, ...measure }), [view, measure])
  return (
    <ChartCanvas
      id={id}
      height={measure.height}
      says={`${view.total} 次血糖，${view.counts.inRange} 次在目标内`}
      draw={draw}
    />
  )
}
