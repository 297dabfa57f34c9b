import { Icon } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { outbox } from '../api'
import { platform } from '../platform'
import { PermissionNote } from './permission-note'
import { SendButton } from './send-button'
import { VoicePanel } from './voice-panel'
import { WordsField } from './words-field'
import './composer.scss'

/** As many pictures as WeChat's album gives at once. */
const mostImages = 9

/** Words, pictures, a voice. Everything goes into the queue first, so the field is free again at once. */
export const Composer = ({ programmeId, onGrown }: { programmeId: string | null; onGrown: () => void }) => {
  const [mode, setMode] = useState<'words' | 'voice'>('words')
  const [text, setText] = useState('')
  const [refused, setRefused] = useState(false)
  const words = text.trim()
  const sendWords = () => {
    if (words === '') return
    outbox.sayText(words, programmeId)
    setText('')
  }
  const chooseImages = async () => {
    const chosen = await platform.chooseImages(mostImages)
    setRefused(chosen.kind === 'not-allowed')
    if (chosen.kind === 'chosen') outbox.sayFiles('image', chosen.files, programmeId)
  }
  return (
    <View className="composer">
      {refused ? <PermissionNote what="album" /> : null}
      <View className={`composer__row composer__row--${mode}`}>
        <View
          className="composer__icon"
          role="button"
          aria-label={mode === 'words' ? '说话' : '打字'}
          onClick={() => {
            setMode(mode === 'words' ? 'voice' : 'words')
            onGrown()
          }}
        >
          <Icon name={mode === 'words' ? 'microphone' : 'keyboard'} size={28} />
        </View>
        {mode === 'voice' ? (
          <VoicePanel onSend={(file) => outbox.sayFiles('voice', [file], programmeId)} />
        ) : (
          <WordsField text={text} placeholder="写给医护和助手" onChange={setText} />
        )}
        {mode === 'voice' ? null : words === '' ? (
          <View className="composer__icon" role="button" aria-label="发照片" onClick={() => void chooseImages()}>
            <Icon name="image" size={28} />
          </View>
        ) : (
          <SendButton onPress={sendWords} />
        )}
      </View>
    </View>
  )
}
