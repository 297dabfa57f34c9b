import { LiveContent, useLiveQuery } from '@suixing/ui'
import { session } from '../../api'
import { EndedHome } from '../../home/ended-home'
import { EnrolledHome } from '../../home/enrolled-home'
import { InvitedHome } from '../../home/invited-home'
import { loadHome } from '../../home/load-home'
import { NotLinked } from '../../home/not-linked'
import { MainPage } from '../../tabs/main-page'

/** 今天 */
export default function TodayPage() {
  return (
    <MainPage tab="today" title={{ kind: 'brand' }}>
      <Today />
    </MainPage>
  )
}

const Today = () => {
  const live = useLiveQuery('home', loadHome)
  const signInAgain = () => void session.renew().then(live.reload, live.reload)
  return (
    <LiveContent live={live} skeleton={[1, 4, 2]}>
      {(home) => {
        if (home.kind === 'enrolled') return <EnrolledHome home={home} />
        if (home.kind === 'invited') return <InvitedHome home={home} />
        if (home.kind === 'ended') return <EndedHome home={home} />
        return <NotLinked onRetry={signInAgain} />
      }}
    </LiveContent>
  )
}
