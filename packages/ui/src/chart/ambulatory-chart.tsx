import type { GlucoseView } from '@suixing/contracts'
import { useCallback } from 'react'
import { useDisplay } from '../theme/display'
import { ambulatoryDrawing } from './ambulatory-drawing'
import { ChartCanvas } from './chart-canvas'

const measures = {
  normal: { fontSize: 16, height: 190 },
  large: { fontSize: 20, height: 220 },
  compact: { fontSize: 13, height: 148 },
} as const

/** The day of a sensor's wearer: median and bands over 24 hours; under 70 % wear it says so and draws no curve. */
export const AmbulatoryChart = ({ id, view }: { id: string; view: GlucoseView }) => {
  const measure = measures[useDisplay().type]
  const draw = useCallback((width: number) => ambulatoryDrawing(view, { width, ...measure }), [view, measure])
  return (
    <ChartCanvas
      id={id}
      height={measure.height}
      says={view.profile ? '一天里的血糖曲线，中间一半与九成的范围' : '佩戴不到 70%，还画不出曲线'}
      draw={draw}
    />
  )
}
