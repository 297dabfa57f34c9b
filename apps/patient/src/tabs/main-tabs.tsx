import { TabBar } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { IncomingWatch } from '../messages/incoming-watch'
import { useUnread } from '../messages/unread'
import { tabs, type TabId } from './tabs'

/** Tab bar of the four main pages, with the dot for a reply not yet read. */
export const MainTabs = ({ current }: { current: TabId }) => {
  const unread = useUnread()
  return (
    <View>
      {current === 'messages' ? null : <IncomingWatch />}
      <TabBar
        tabs={tabs}
        current={current}
        marked={unread && current !== 'messages' ? ['messages'] : []}
        onChange={(id) => void Taro.switchTab({ url: `/pages/${id}/index` })}
      />
    </View>
  )
}
