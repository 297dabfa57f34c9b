import type { PatientContent } from '@suixing/contracts'
import { asFailure, LiveContent, useLiveQuery } from '@suixing/ui'
import { useRouter } from '@tarojs/taro'
import { call, session } from '../../api'
import { ContentView } from '../../content/content-view'
import { InnerPage } from '../../display/inner-page'
import { NotLinked } from '../../home/not-linked'

/** A content card's page: `?programme=&id=`, opened from the conversation here or in WeChat. */
export default function ContentPage() {
  return (
    <InnerPage title="科教">
      <Content />
    </InnerPage>
  )
}

const load = async (programmeId: string, id: string): Promise<PatientContent | null> => {
  try {
    return await call('patientContent', { params: { id }, query: { programmeId } })
  } catch (caught) {
    if (asFailure(caught).code === 'identity-not-linked') return null
    throw caught
  }
}

const Content = () => {
  const { programme = '', id = '' } = useRouter().params
  const live = useLiveQuery(`content:${programme}:${id}`, () => load(programme, id), { everyMs: null })
  return (
    <LiveContent live={live} skeleton={[1, 6]}>
      {(content) =>
        content === null ? (
          <NotLinked onRetry={() => void session.renew().then(live.reload, live.reload)} />
        ) : (
          <ContentView {...content} />
        )
      }
    </LiveContent>
  )
}
