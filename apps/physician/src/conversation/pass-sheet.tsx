import type { TeamMember } from '@suixing/contracts'
import { Avatar, Icon, PrimaryButton, TagLabel } from '@suixing/ui'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { roleWords } from '../team/role-words'
import './pass-sheet.scss'

/** To whom, and a word for them. `people` in the order to show. */
export const PassSheet = (props: {
  people: readonly TeamMember[]
  state: 'ready' | 'busy'
  onPass: (to: string, note: string) => void
  onClose: () => void
}) => {
  const { people, state, onPass, onClose } = props
  const [to, setTo] = useState<TeamMember | null>(null)
  const [note, setNote] = useState('')
  return (
    <View className="pass-sheet">
      <View className="pass-sheet__behind" onClick={onClose} />
      <View className="pass-sheet__surface" role="dialog" aria-label="转给同事">
        <View className="pass-sheet__head">
          <View className="pass-sheet__title">转给同事</View>
          <View className="pass-sheet__close" role="button" aria-label="关闭" onClick={onClose}>
            <Icon name="close" />
          </View>
        </View>
        <View className="pass-sheet__people">
          {people.length === 0 ? <View className="pass-sheet__none">这个项目里没有别的同事</View> : null}
          {people.map((person) => (
            <View
              key={person.id}
              className={`pass-sheet__person ${person.id === to?.id ? 'pass-sheet__person--chosen' : ''}`}
              role="radio"
              aria-checked={person.id === to?.id}
              onClick={() => setTo(person)}
            >
              <Avatar name={person.name} />
              <View className="pass-sheet__words">
                <View className="pass-sheet__name">
                  {person.name}
                  <TagLabel text={person.onDuty ? '在班' : '不在班'} tone={person.onDuty ? 'ok' : 'plain'} />
                </View>
                <View className="pass-sheet__detail">{`${person.title || roleWords[person.role]} · 手上 ${person.open} 个`}</View>
              </View>
              {person.id === to?.id ? <Icon name="check" size={22} className="pass-sheet__check" /> : null}
            </View>
          ))}
        </View>
        <View className="pass-sheet__note">
          <Input
            className="pass-sheet__input"
            value={note}
            placeholder="给同事的话（可不写，患者看不到）"
            maxlength={200}
            onInput={({ detail }) => setNote(detail.value)}
          />
        </View>
        <PrimaryButton
          text={to ? `转给 ${to.name}` : '请选一位同事'}
          state={to ? state : 'off'}
          onPress={() => to && onPass(to.id, note.trim())}
        />
      </View>
    </View>
  )
}
