import { Card, LiveContent, Screen, useLiveQuery } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '../../api'
import { leave } from '../../navigation/leave'
import './consent-text.scss'

/** The whole consent text, one card a section. */
export default function ConsentTextPage() {
  const { enrolment = '' } = useRouter().params
  const live = useLiveQuery(`offer:${enrolment}`, () => call('enrolmentOffer', { params: { id: enrolment } }), {
    everyMs: null,
  })
  return (
    <Screen title={{ kind: 'back', text: '知情同意书', onBack: leave }}>
      <LiveContent live={live} skeleton={[5, 5]}>
        {({ programme, consent }) => (
          <View>
            <View className="consent-text-head">
              <View className="sx-title">{programme.name}</View>
              <View className="sx-small sx-quiet">
                {programme.organisation}
                {programme.department} · {consent.version} 版
              </View>
            </View>
            {consent.sections.map(({ heading, body }) => (
              <Card key={heading}>
                <View className="sx-heading">{heading}</View>
                <View className="consent-text-body">{body}</View>
              </Card>
            ))}
          </View>
        )}
      </LiveContent>
    </Screen>
  )
}
