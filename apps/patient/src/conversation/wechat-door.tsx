import { Icon } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useAssistantChat } from '../assistant/use-assistant-chat'
import { useAppDisplay } from '../display/use-app-display'
import './state-bar.scss'

/** The door to WeChat's chat; none where the app runs in WeCom. */
export const WeChatDoor = () => (useAppDisplay().app === 'wecom' ? null : <Door />)

const Door = () => {
  const chat = useAssistantChat()
  return (
    <View className={`state-bar__wechat state-bar__wechat--${chat.state}`} role="button" onClick={chat.open}>
      {chat.state === 'failed' ? '这次没打开，再点一次' : '到微信里问'}
      <Icon name="forward" size={18} />
    </View>
  )
}
