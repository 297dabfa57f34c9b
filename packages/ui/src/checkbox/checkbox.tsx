import { View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import './checkbox.scss'

/** A whole row that is ticked or not. Never ticked beforehand where it stands for consent. */
export const Checkbox = (props: {
  label: string
  detail?: string
  checked: boolean
  onChange: (checked: boolean) => void
}) => (
  <View
    className="sx-checkbox"
    role="checkbox"
    aria-checked={props.checked}
    onClick={() => props.onChange(!props.checked)}
  >
    <View className="sx-grow">
      <View>{props.label}</View>
      {props.detail ? <View className="sx-small sx-quiet">{props.detail}</View> : null}
    </View>
    <View className={`sx-checkbox__box ${props.checked ? 'sx-checkbox__box--checked' : ''}`}>
      {props.checked ? <Icon name="check" size={21} /> : null}
    </View>
  </View>
)
