import { View } from '@tarojs/components'
import { Icon } from '../../icon/icon'
import './message-parts.scss'

/** Under a message that did not get through: why and what to do. With `again` it takes a tap that tries once more. */
export const FailureLine = ({ text, again }: { text: string; again?: { text: string; onPress: () => void } }) => (
  <View className="sx-part-failure" role="alert">
    <Icon name="attention" size={16} className="sx-part-failure__icon" />
    <View className="sx-part-failure__words">
      {text}
      {again ? (
        <View className="sx-part-failure__again" role="button" onClick={again.onPress}>
          {again.text}
        </View>
      ) : null}
    </View>
  </View>
)
