import type { PatientPage, StaffView } from '@suixing/contracts'
import { Icon } from '@suixing/ui'
import { ScrollView, Textarea, View } from '@tarojs/components'
import { joined } from '../conversation/draft'
import './composer.scss'
import { composerLine } from './composer-line'
import { failureWords } from './failure-words'
import type { ReplyView } from './reply'

/** Quick replies, field and send; below them where the words go, how they are signed and how many are left. */
export const Composer = (props: {
  patient: Pick<NonNullable<PatientPage['patient']>, 'name' | 'window' | 'quickReplies'>
  staff: StaffView
  reply: ReplyView
  onWrite: (text: string) => void
  onSend: () => void
  /** Leads to the whole conversation; undefined while there is none. */
  onTalk?: () => void
}) => {
  const { patient, staff, reply, onWrite, onSend, onTalk } = props
  const line = composerLine(patient.window, staff)
  if (line.kind === 'closed' && reply.state.kind !== 'sending')
    return (
      <View className="composer">
        <View className="composer__field composer__field--closed">
          {reply.draft === '' ? `现在不能回复${patient.name}` : reply.draft}
        </View>
        <View className="composer__line composer__line--closed" role="note">
          <View className="composer__dot composer__dot--closed" />
          <View className="composer__why">{`${line.why}。${line.next}`}</View>
          <TalkLink {...(onTalk ? { onTalk } : {})} />
        </View>
      </View>
    )
  const sending = reply.state.kind === 'sending'
  const ready = !sending && reply.draft.trim() !== ''
  return (
    <View className="composer">
      {reply.state.kind === 'failed' ? <Failed code={reply.state.code} /> : null}
      {patient.quickReplies.length > 0 ? (
        <ScrollView className="composer__quick" scrollX enhanced showScrollbar={false}>
          {patient.quickReplies.map((text) => (
            <View
              key={text}
              className="composer__chip"
              role="button"
              onClick={() => onWrite(joined(reply.draft, text))}
            >
              <View className="composer__chip-text">{text}</View>
            </View>
          ))}
        </ScrollView>
      ) : null}
      <View className="composer__row">
        <View className={`composer__field ${sending ? 'composer__field--busy' : ''}`}>
          <Textarea
            className={`composer__text ${reply.draft === '' ? 'composer__text--empty' : ''}`}
            value={reply.draft}
            placeholder={`回复${patient.name}`}
            placeholderClass="composer__placeholder"
            maxlength={600}
            autoHeight
            disabled={sending}
            showConfirmBar={false}
            cursorSpacing={80}
            onInput={({ detail }) => onWrite(detail.value)}
          />
        </View>
        <View
          className={`composer__send ${ready ? '' : 'composer__send--off'}`}
          hoverClass={ready ? 'composer__send--pressed' : 'none'}
          role="button"
          aria-label={sending ? '正在发送' : '发送'}
          aria-disabled={!ready}
          onClick={() => ready && onSend()}
        >
          <Icon name="send" size={22} />
        </View>
      </View>
      <View className="composer__line">
        <View className="composer__dot" />
        <View className="composer__why">
          {sending
            ? '正在发送…'
            : line.kind === 'open'
              ? `${line.channel} · ${line.signature} · ${line.left}`
              : line.why}
        </View>
        <TalkLink {...(onTalk ? { onTalk } : {})} />
      </View>
    </View>
  )
}

const TalkLink = ({ onTalk }: { onTalk?: () => void }) =>
  onTalk ? (
    <View className="composer__talk" role="button" onClick={onTalk}>
      看对话
    </View>
  ) : null

const Failed = ({ code }: { code: Parameters<typeof failureWords>[0] }) => {
  const { what, todo } = failureWords(code)
  return (
    <View className="composer__failed" role="alert">
      <Icon name="attention" size={18} className="composer__failed-icon" />
      <View className="composer__failed-words">{`${what}。${todo}`}</View>
    </View>
  )
}
