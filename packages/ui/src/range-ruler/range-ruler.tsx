import { View } from '@tarojs/components'
import type { ReadingPoint } from '@suixing/contracts'
import { levelLook, levels } from '../level/level-look'
import { rulerPlace, segmentWidths, usualLimits, type RulerLimits } from './ruler-place'
import './range-ruler.scss'

/** 血糖尺: five segments and a ring at the value. HI and LO have no ring: their word is the value. */
export const RangeRuler = ({
  point,
  limits = usualLimits,
}: {
  point: Pick<ReadingPoint, 'glucose' | 'level'>
  limits?: RulerLimits
}) => {
  const place = rulerPlace(point, limits)
  return (
    <View className="sx-range-ruler">
      <View className="sx-range-ruler__line">
        {levels.map((level, index) => (
          <View
            key={level}
            className="sx-range-ruler__segment"
            style={{ width: `${segmentWidths[index]}%`, background: `var(--g-${levelLook[level].colour})` }}
          />
        ))}
        {place === null ? null : <View className="sx-range-ruler__ring" style={{ left: `${place.toFixed(1)}%` }} />}
      </View>
      <View className="sx-range-ruler__words">
        <View className="sx-range-ruler__word" style={{ left: '23%' }}>
          {limits.lowBelow.toFixed(1)}
        </View>
        <View className="sx-range-ruler__word" style={{ left: '44.5%' }}>
          目标
        </View>
        <View className="sx-range-ruler__word" style={{ left: '66%' }}>
          {limits.highAbove.toFixed(1)}
        </View>
      </View>
    </View>
  )
}
