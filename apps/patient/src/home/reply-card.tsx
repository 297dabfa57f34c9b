import type { MessageView } from '@suixing/contracts'
import { Avatar, Card } from '@suixing/ui'
import { View } from '@tarojs/components'
import { clockText, dayText, localParts } from '@suixing/ui'
import './home.scss'

/** The last words of a person of the care team. */
export const ReplyCard = (props: { reply: MessageView; now: string; timeZone: string; onOpen: () => void }) => {
  const { author, text, at } = props.reply
  if (author.kind !== 'staff') return null
  const parts = localParts(at, props.timeZone)
  const day = dayText(parts, localParts(props.now, props.timeZone))
  return (
    <Card tone="kin" onClick={props.onOpen}>
      <View className="home-reply">
        <Avatar name={author.name} />
        <View className="home-reply__words">
          <View className="home-reply__who">
            <View className="sx-strong">{author.name}</View>
            <View className="home-reply__role">{author.title}</View>
            <View className="home-reply__when">{day === '今天' ? clockText(parts) : day}</View>
          </View>
          <View className="home-reply__text">{text}</View>
        </View>
      </View>
    </Card>
  )
}
