import type { PatientMe } from '@suixing/contracts'
import { Avatar, Card, failureText, ListRow, LiveContent, Notice, Switch, useLiveQuery } from '@suixing/ui'
import { View } from '@tarojs/components'
import { call, session } from '../../api'
import { useAppDisplay } from '../../display/use-app-display'
import { FamilyCard } from '../../family/family-card'
import { VisitCard } from '../../family-visit/visit-card'
import { currentEnrolment } from '../../home/load-home'
import { NotLinked } from '../../home/not-linked'
import { ConsentCard } from '../../preferences/consent-card'
import { ContactCard } from '../../preferences/contact-card'
import { loadMe, type Me } from '../../preferences/load-me'
import { OptOutCard } from '../../preferences/opt-out-card'
import { useChange } from '../../preferences/use-change'
import { MainPage } from '../../tabs/main-page'
import '../../preferences/preferences.scss'

/** 我的 */
export default function MePage() {
  return (
    <MainPage tab="me" title={{ kind: 'title', text: '我的' }}>
      <MeContent />
    </MainPage>
  )
}

const MeContent = () => {
  const live = useLiveQuery('me', loadMe, { everyMs: null })
  return (
    <LiveContent live={live} skeleton={[1, 3, 3]}>
      {({ me, offer }) =>
        me === null ? (
          <View>
            <NotLinked onRetry={() => void session.renew().then(live.reload, live.reload)} />
            <TypeCard />
          </View>
        ) : (
          <Person me={me} offer={offer} onChanged={(changed) => live.replace({ me: changed, offer })} />
        )
      }
    </LiveContent>
  )
}

const Person = (props: { me: PatientMe; offer: Me['offer']; onChanged: (me: PatientMe) => void }) => {
  const { me, offer } = props
  const { busy, failure, change } = useChange(props.onChanged)
  const enrolment = currentEnrolment(me)
  const active = enrolment?.status === 'enrolled' || enrolment?.status === 'paused'
  return (
    <View>
      <View className="preferences-head">
        <Avatar name={me.patient.name} tone="plain" />
        <View className="preferences-head__words">
          <View className="sx-title">{me.patient.name}</View>
          <View className="sx-small sx-quiet">
            {enrolment ? enrolment.programme.name : '没有进行中的随访'}
            {enrolment?.physician ? ` · ${enrolment.physician.name}` : ''}
          </View>
        </View>
      </View>
      {failure ? <Notice tone="warn" text={`${failureText(failure.code).what}，刚才的改动没有保存。`} /> : null}
      <TypeCard />
      <VisitCard />
      {active && me.preferences ? (
        <View>
          <View className="preferences-section">怎么联系我</View>
          <ContactCard
            preferences={me.preferences}
            offer={offer}
            onChange={(body) => void change(() => call('setPreferences', { body }))}
          />
          <View className="preferences-section">收哪些消息</View>
          <OptOutCard
            optOuts={me.optOuts}
            onChange={(route, scope) => void change(() => call(route, { body: { scope } }))}
          />
        </View>
      ) : null}
      {active ? (
        <View>
          <View className="preferences-section">家人一起看</View>
          <FamilyCard timeZone={me.patient.timeZone} />
        </View>
      ) : null}
      {enrolment ? (
        <View>
          <View className="preferences-section">我的同意</View>
          <ConsentCard
            enrolment={enrolment}
            busy={busy}
            onWithdraw={() => void change(() => call('withdraw', { params: { id: enrolment.id }, body: {} }))}
          />
        </View>
      ) : null}
      <View className="preferences-note">
        您和医护人员微信好友的聊天，由本人在工作时间查看。急着问，请用智能助手；身体很不舒服，请打 120。
      </View>
    </View>
  )
}

const TypeCard = () => {
  const { large, setLarge } = useAppDisplay()
  return (
    <Card padding="rows">
      <ListRow title="大字" detail="字更大，按钮也更大" end={<Switch label="大字" on={large} onChange={setLarge} />} />
    </Card>
  )
}
