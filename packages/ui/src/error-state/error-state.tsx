import { View } from '@tarojs/components'
import { SecondaryButton } from '../button/button'
import { Icon } from '../icon/icon'
import './error-state.scss'

/** Something did not work: what happened, what is safe, what to do. */
export const ErrorState = (props: {
  what: string
  safe: string
  /** A file that could not be read is no lost connection. */
  icon?: 'offline' | 'file' | 'attention'
  todo: { text: string; onPress: () => void } | string
}) => (
  <View className="sx-error-state" role="alert">
    <Icon name={props.icon ?? 'offline'} size={40} className="sx-error-state__icon" />
    <View className="sx-heading">{props.what}</View>
    <View className="sx-second sx-error-state__safe">{props.safe}</View>
    {typeof props.todo === 'string' ? (
      <View className="sx-second">{props.todo}</View>
    ) : (
      <SecondaryButton text={props.todo.text} onPress={props.todo.onPress} size="small" />
    )}
  </View>
)
