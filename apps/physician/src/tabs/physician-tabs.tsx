import { TabBar, type Tab } from '@suixing/ui'
import Taro from '@tarojs/taro'
import { useUnread } from './unread'
import { WatchUnread } from './watch-unread'

export type MainPage = 'inbox' | 'patients' | 'me'

const tabs: readonly Tab<MainPage>[] = [
  { id: 'inbox', label: '消息', icon: 'message' },
  { id: 'patients', label: '患者', icon: 'people' },
  { id: 'me', label: '我', icon: 'person' },
]

/** The main pages. Each is the bottom of its own stack, so moving between them leaves nothing to go back to. */
export const PhysicianTabs = ({ current }: { current: MainPage }) => {
  const unread = useUnread()
  return (
    <>
      {current === 'inbox' ? null : <WatchUnread />}
      <TabBar
        tabs={tabs}
        current={current}
        counts={{ inbox: unread }}
        onChange={(id) => void Taro.reLaunch({ url: `/pages/${id}/index` })}
      />
    </>
  )
}
