import type { GlucoseView } from '@suixing/contracts'

export const GlucoseChart = (_: { glucose: GlucoseView }) => null
