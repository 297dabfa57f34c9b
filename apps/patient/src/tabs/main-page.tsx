import { Screen, type ScreenTitle } from '@suixing/ui'
import type { ReactNode } from 'react'
import { OutsideWeChat } from '../display/outside-wechat'
import { useAppDisplay } from '../display/use-app-display'
import { MainTabs } from './main-tabs'
import type { TabId } from './tabs'

/** Frame of the four main pages. Outside WeChat nobody can be signed in: there the page says so and asks nothing of the host. */
export const MainPage = (props: { tab: TabId; title: ScreenTitle; children: ReactNode }) => {
  const { app } = useAppDisplay()
  if (app === 'unknown') return <Screen title={props.title} />
  if (app === 'none')
    return (
      <Screen title={{ kind: 'brand' }}>
        <OutsideWeChat />
      </Screen>
    )
  return (
    <Screen title={props.title} tabBar={<MainTabs current={props.tab} />}>
      {props.children}
    </Screen>
  )
}
