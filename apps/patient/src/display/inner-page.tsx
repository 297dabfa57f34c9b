import { Screen } from '@suixing/ui'
import type { ReactNode } from 'react'
import { leave } from '../navigation/leave'
import { OutsideWeChat } from './outside-wechat'
import { useAppDisplay } from './use-app-display'

/** Frame of a page with a way back. Outside WeChat nobody can be signed in: there it says so and asks nothing of the host. */
export const InnerPage = (props: { title: string; bottom?: ReactNode; children: ReactNode }) => {
  const { app } = useAppDisplay()
  const title = { kind: 'back', text: props.title, onBack: leave } as const
  if (app === 'unknown') return <Screen title={title} />
  if (app === 'none')
    return (
      <Screen title={title}>
        <OutsideWeChat />
      </Screen>
    )
  return (
    <Screen title={title} tabBar={props.bottom}>
      {props.children}
    </Screen>
  )
}
