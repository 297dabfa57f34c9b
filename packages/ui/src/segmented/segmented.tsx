import { View } from '@tarojs/components'
import './segmented.scss'

export interface Segment<Value extends string | number> {
  readonly value: Value
  readonly label: string
}

/** One choice out of two to four, always one chosen. */
export const Segmented = <Value extends string | number>(props: {
  segments: readonly Segment<Value>[]
  value: Value
  onChange: (value: Value) => void
}) => (
  <View className="sx-segmented">
    {props.segments.map(({ value, label }) => (
      <View
        key={value}
        className={`sx-segmented__one ${value === props.value ? 'sx-segmented__one--chosen' : ''}`}
        role="tab"
        aria-selected={value === props.value}
        onClick={() => value !== props.value && props.onChange(value)}
      >
        {label}
      </View>
    ))}
  </View>
)
