import { Card, EmptyState, LiveContent, Screen, SecondaryButton, useLiveQuery } from '@suixing/ui'
import { useAppDisplay } from '../../display/use-app-display'
import { EndedHome } from '../../home/ended-home'
import { EnrolledHome } from '../../home/enrolled-home'
import { InvitedHome } from '../../home/invited-home'
import { loadHome } from '../../home/load-home'
import { MainTabs } from '../../tabs/main-tabs'

/** 今天 */
export default function TodayPage() {
  const { app } = useAppDisplay()
  return (
    <Screen title={{ kind: 'brand' }} tabBar={app === 'none' ? undefined : <MainTabs current="today" />}>
      {app === 'none' ? (
        <Card>
          <EmptyState text="请在微信里打开随行。" />
        </Card>
      ) : app === 'unknown' ? null : (
        <Today />
      )}
    </Screen>
  )
}

const Today = () => {
  const live = useLiveQuery('home', loadHome)
  return (
    <LiveContent live={live} skeleton={[1, 4, 2]}>
      {(home) => {
        if (home.kind === 'enrolled') return <EnrolledHome home={home} />
        if (home.kind === 'invited') return <InvitedHome home={home} />
        if (home.kind === 'ended') return <EndedHome home={home} />
        return (
          <Card>
            <EmptyState
              text="请从医生发给您的卡片进入，我们就能认出您。"
              action={<SecondaryButton text="再看一次" size="small" onPress={live.reload} />}
            />
          </Card>
        )
      }}
    </LiveContent>
  )
}
