import type { ConversationPage } from '@suixing/contracts'
import { Icon, type IconName } from '@suixing/ui'
import { ScrollView, View } from '@tarojs/components'
import './talk-composer.scss'
import type { WindowLine } from './window-line'

/** Replies written before, with all they say; one tapped goes into the field, where it can still be changed. */
export const QuickPanel = (props: { replies: ConversationPage['quickReplies']; onChoose: (text: string) => void }) => (
  <ScrollView className="talk-panel" scrollY>
    {props.replies.length === 0 ? <View className="talk-panel__none">还没有常用语，可在运营台添加</View> : null}
    {props.replies.map(({ id, title, text }) => (
      <View key={id} className="talk-panel__row" role="button" onClick={() => props.onChoose(text)}>
        <View className="talk-panel__title">{title}</View>
        <View className="talk-panel__text">{text}</View>
      </View>
    ))}
  </ScrollView>
)

/** What else there is to send. While somebody answers in WeCom only a note can be written. */
export const PlusPanel = (props: {
  takes: WindowLine['takes']
  onPicture: () => void
  onContents: () => void
  onNote: () => void
}) => {
  const tile = (icon: IconName, label: string, can: boolean, act: () => void) => (
    <View
      key={label}
      className={`talk-panel__tile ${can ? '' : 'talk-panel__tile--off'}`}
      role="button"
      aria-disabled={!can}
      onClick={() => can && act()}
    >
      <View className="talk-panel__icon">
        <Icon name={icon} size={26} />
      </View>
      {label}
    </View>
  )
  const toPatient = props.takes === 'message'
  return (
    <View className="talk-panel talk-panel--tiles">
      {tile('image', '图片', toPatient, props.onPicture)}
      {tile('book', '科教卡片', toPatient, props.onContents)}
      {tile('note', '内部备注', true, props.onNote)}
    </View>
  )
}

type Content = ConversationPage['contents'][number]

/** Content of the programme; sent by its own button, so that reading one does not send it. */
export const ContentPanel = (props: { contents: readonly Content[]; onSend: (content: Content) => void }) => (
  <ScrollView className="talk-panel" scrollY>
    {props.contents.length === 0 ? <View className="talk-panel__none">这个项目还没有科教内容</View> : null}
    {props.contents.map((content) => (
      <View key={content.id} className="talk-panel__row talk-panel__row--content">
        <View className="talk-panel__words">
          <View className="talk-panel__title">{content.title}</View>
          <View className="talk-panel__text">{content.text}</View>
        </View>
        <View
          className="talk-panel__send"
          role="button"
          aria-label={`发送 ${content.title}`}
          onClick={() => props.onSend(content)}
        >
          发送
        </View>
      </View>
    ))}
  </ScrollView>
)
