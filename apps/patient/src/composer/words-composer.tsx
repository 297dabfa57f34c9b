import { View } from '@tarojs/components'
import { useState } from 'react'
import { SendButton } from './send-button'
import { WordsField } from './words-field'
import './composer.scss'

/** Words alone, said at once into a queue. */
export const WordsComposer = ({ placeholder, onSay }: { placeholder: string; onSay: (text: string) => void }) => {
  const [text, setText] = useState('')
  const words = text.trim()
  const send = () => {
    if (words === '') return
    onSay(words)
    setText('')
  }
  return (
    <View className="composer">
      <View className="composer__row">
        <WordsField text={text} placeholder={placeholder} onChange={setText} />
        {words === '' ? null : <SendButton onPress={send} />}
      </View>
    </View>
  )
}
