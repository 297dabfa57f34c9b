import { TabBar, type Tab } from '@suixing/ui'
import Taro from '@tarojs/taro'

export type MainPage = 'patients' | 'me'

const tabs: readonly Tab<MainPage>[] = [
  { id: 'patients', label: '患者', icon: 'people' },
  { id: 'me', label: '我的', icon: 'person' },
]

/** The two main pages. Each is the bottom of its own stack, so moving between them leaves nothing to go back to. */
export const PhysicianTabs = ({ current }: { current: MainPage }) => (
  <TabBar tabs={tabs} current={current} onChange={(id) => void Taro.reLaunch({ url: `/pages/${id}/index` })} />
)
