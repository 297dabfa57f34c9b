import type { GlucoseView } from '@suixing/contracts'
import { AmbulatoryChart, GlucoseTrendChart } from '@suixing/ui'

/** The curve of a day where there is enough sensor data for one, else the readings over the days. */
export const GlucoseChart = ({ glucose }: { glucose: GlucoseView }) =>
  glucose.profile ? <AmbulatoryChart id="glucose" view={glucose} /> : <GlucoseTrendChart id="glucose" view={glucose} />
