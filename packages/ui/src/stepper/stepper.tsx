import { Picker, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import './stepper.scss'

/**
 * A whole number between two bounds, by − and +. `unit` stands after the number, `detail` explains it; with `pick` a tap on
 * the number opens the list of all of them, for numbers far away.
 */
export const Stepper = (props: {
  value: number
  from: number
  to: number
  onChange: (value: number) => void
  unit?: string
  detail?: ReactNode
  pick?: { title: string }
}) => {
  const step = (by: -1 | 1) => {
    const next = Math.min(props.to, Math.max(props.from, props.value + by))
    if (next !== props.value) props.onChange(next)
  }
  const words = (
    <View className="sx-stepper__words">
      <View className="sx-stepper__value">{props.value}</View>
      <View className="sx-small sx-quiet">
        {props.unit}
        {props.detail}
      </View>
    </View>
  )
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
      {props.pick ? (
        <Picker
          className="sx-stepper__pick"
          mode="selector"
          headerText={props.pick.title}
          range={Array.from({ length: props.to - props.from + 1 }, (_, index) => props.to - index)}
          value={props.to - props.value}
          onChange={({ detail }) => props.onChange(props.to - Number(detail.value))}
        >
          {words}
        </Picker>
      ) : (
        words
      )}
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
