import { Card, EmptyState, LiveContent, Notice } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { WordsComposer } from '../../composer/words-composer'
import { ConversationList } from '../../conversation/conversation-list'
import { StateBar } from '../../conversation/state-bar'
import { useToEnd } from '../../conversation/use-to-end'
import { InnerPage } from '../../display/inner-page'
import { useAppDisplay } from '../../display/use-app-display'
import { ClosedVisit } from '../../family-visit/closed-visit'
import { familyReader } from '../../family-visit/family-reader'
import { readerZone } from '../../family-visit/reader-zone'
import { useFamilyTalk } from '../../family-visit/use-family-talk'

const title = '一起看'

/** A patient's conversation as a family member sees it: `?invite=` of the shared card at the first time. */
export default function FamilyPage() {
  const { app } = useAppDisplay()
  if (app === 'wechat' || app === 'wecom') return <Family />
  return <InnerPage title={title}>{null}</InnerPage>
}

const Family = () => {
  const { invite = null } = useRouter().params as { invite?: string }
  const talk = useFamilyTalk(invite)
  const { live, messages, waiting } = talk
  const toEnd = useToEnd(talk)
  const open = live.status === 'ready' && live.value.kind === 'open' ? live.value : null
  const name = open?.visit.patientName || '家人'
  const { outbox } = open?.visit ?? {}
  return (
    <InnerPage
      title={open ? `${name}的对话` : title}
      bottom={
        outbox ? (
          <WordsComposer placeholder={`写给${name}和医护`} onSay={(text) => outbox.sayText(text, null)} />
        ) : undefined
      }
    >
      {open ? <StateBar page={open.page} /> : null}
      <LiveContent live={live} skeleton={[1, 1, 1]}>
        {(now) =>
          now.kind === 'closed' ? (
            <ClosedVisit {...now} />
          ) : (
            <View>
              <Notice
                tone="calm"
                text={`您以「${now.visit.member.relation} ${now.visit.member.name}」一起看。您写的话，${name}和医护都能看到。`}
              />
              {messages.length + waiting.length === 0 ? (
                <Card>
                  <EmptyState text="这里还没有消息，有话可以先写。" />
                </Card>
              ) : (
                <ConversationList
                  talk={talk}
                  page={now.page}
                  reader={familyReader(now.visit)}
                  timeZone={readerZone()}
                  onGrown={toEnd}
                />
              )}
            </View>
          )
        }
      </LiveContent>
    </InnerPage>
  )
}
