import { Screen } from '@suixing/ui'
import { MainTabs } from '../../tabs/main-tabs'

export default function Page() {
  return <Screen title={{ kind: 'title', text: '' }} tabBar={<MainTabs current="me" />} />
}
