import { GhostButton, Icon, PrimaryButton, useDisplay } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { platform } from '../platform'
import type { Page } from './conversation-page'
import { stateSentence } from './state-sentence'
import './state-bar.scss'

const emergency = '120'
const titleBar = 44

/** Always in sight over the conversation: who answers next, whom to call when it cannot wait, and beside it other doors. */
export const StateBar = ({ page, children }: { page: Page; children?: ReactNode }) => {
  const { statusBarHeight } = useDisplay()
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
        {children}
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
