import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import './stepper.scss'

/** A whole number between two bounds, by − and +. `unit` stands after the number, `detail` explains it. */
export const Stepper = (props: {
  value: number
  from: number
  to: number
  onChange: (value: number) => void
  unit?: string
  detail?: ReactNode
}) => {
  const step = (by: -1 | 1) => {
    const next = Math.min(props.to, Math.max(props.from, props.value + by))
    if (next !== props.value) props.onChange(next)
  }
  return (
    <View className="sx-stepper">
      <View
        className="sx-stepper__button"
        role="button"
        aria-label="少一"
        aria-disabled={props.value <= props.from}
        onClick={() => step(-1)}
      >
        <Icon name="minus" />
      </View>
      <View className="sx-stepper__words">
        <View className="sx-stepper__value">{props.value}</View>
        <View className="sx-small sx-quiet">
          {props.unit}
          {props.detail}
        </View>
      </View>
      <View
        className="sx-stepper__button"
        role="button"
        aria-label="多一"
        aria-disabled={props.value >= props.to}
        onClick={() => step(1)}
      >
        <Icon name="plus" />
      </View>
    </View>
  )
}
