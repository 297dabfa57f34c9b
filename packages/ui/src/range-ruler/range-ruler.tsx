import { rulerPosition, rulerShares } from '@suixing/charts'
import type { ReadingPoint } from '@suixing/contracts'
import { defaultThresholds, type GlucoseThresholds } from '@suixing/glucose'
import { View } from '@tarojs/components'
import { shownUnit } from '../level/glucose-text'
import { levelLook, levels } from '../level/level-look'
import './range-ruler.scss'

// The geometry counts in pixels with gaps; its nominal width becomes percent here, so that the ruler stretches with its card.
const nominal = 311
const percent = (pixels: number): string => `${((100 * pixels) / nominal).toFixed(1)}%`

/** 血糖尺: five segments and a ring at the value. HI and LO have no ring: their word is the value. */
export const RangeRuler = (props: { glucose: ReadingPoint['glucose']; thresholds?: GlucoseThresholds }) => {
  const { glucose, thresholds = defaultThresholds } = props
  const place = rulerPosition(glucose, nominal, thresholds)
  const limits = thresholds[shownUnit]
  const start = rulerShares.veryLow + rulerShares.low
  const words = [
    { at: start, text: limits.lowBelow.toFixed(1) },
    { at: start + rulerShares.inRange / 2, text: '目标' },
    { at: start + rulerShares.inRange, text: limits.highAbove.toFixed(1) },
  ]
  return (
    <View className="sx-range-ruler">
      <View className="sx-range-ruler__line">
        {levels.map((level) => (
          <View
            key={level}
            className="sx-range-ruler__segment"
            style={{ width: `${rulerShares[level]}%`, background: `var(--g-${levelLook[level].colour})` }}
          />
        ))}
        {place === undefined ? null : <View className="sx-range-ruler__ring" style={{ left: percent(place) }} />}
      </View>
      <View className="sx-range-ruler__words">
        {words.map(({ at, text }) => (
          <View key={text} className="sx-range-ruler__word" style={{ left: `${at}%` }}>
            {text}
          </View>
        ))}
      </View>
    </View>
  )
}
