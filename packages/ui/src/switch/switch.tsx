import { View } from '@tarojs/components'
import './switch.scss'

/** On or off, at the end of a list row. `label` is read out, the row shows the words. */
export const Switch = (props: { label: string; on: boolean; onChange: (on: boolean) => void }) => (
  <View
    className={`sx-switch ${props.on ? 'sx-switch--on' : ''}`}
    role="switch"
    aria-label={props.label}
    aria-checked={props.on}
    onClick={() => props.onChange(!props.on)}
  >
    <View className="sx-switch__track">
      <View className="sx-switch__knob" />
    </View>
  </View>
)
