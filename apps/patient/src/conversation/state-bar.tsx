import { GhostButton, Icon, PrimaryButton, useDisplay } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAssistantChat } from '../assistant/use-assistant-chat'
import { useAppDisplay } from '../display/use-app-display'
import { platform } from '../platform'
import type { Page } from './load-conversation'
import { stateSentence } from './state-sentence'
import './state-bar.scss'

const emergency = '120'
const titleBar = 44

/** Always in sight over the conversation: who answers next, whom to call when it cannot wait, and the door to WeChat's chat. */
export const StateBar = ({ page }: { page: Page }) => {
  const { statusBarHeight } = useDisplay()
  const { app } = useAppDisplay()
  const [asking, setAsking] = useState<'no' | 'sure' | 'cannot'>('no')
  const call = () => void platform.callPhone(emergency).then((done) => setAsking(done ? 'no' : 'cannot'))
  return (
    <View className="state-bar" style={{ top: `${statusBarHeight + titleBar}px` }}>
      <View className={`state-bar__who state-bar__who--${page.state}`}>
        <View className="state-bar__mark">
          <Icon name={page.state === 'assistant' ? 'spark' : page.state === 'waiting' ? 'clock' : 'person'} size={20} />
        </View>
        <View className="sx-grow" role="status">
          {stateSentence(page)}
        </View>
      </View>
      <View className="state-bar__doors">
        <View className="state-bar__emergency" role="button" onClick={() => setAsking('sure')}>
          <Icon name="phone" size={20} className="state-bar__icon" />
          急事请打 120
        </View>
        {app === 'wecom' ? null : <WeChatDoor />}
      </View>
      {asking === 'no' ? null : (
        <View className="state-bar__sure" role="alert">
          <View className="sx-grow">{asking === 'sure' ? '现在就打 120 吗？' : '请用手机直接拨 120'}</View>
          <GhostButton text={asking === 'sure' ? '先不打' : '知道了'} size="small" onPress={() => setAsking('no')} />
          {asking === 'sure' ? <PrimaryButton text="打 120" size="small" onPress={call} /> : null}
        </View>
      )}
    </View>
  )
}

const WeChatDoor = () => {
  const chat = useAssistantChat()
  return (
    <View className={`state-bar__wechat state-bar__wechat--${chat.state}`} role="button" onClick={chat.open}>
      {chat.state === 'failed' ? '这次没打开，再点一次' : '到微信里问'}
      <Icon name="forward" size={18} />
    </View>
  )
}
