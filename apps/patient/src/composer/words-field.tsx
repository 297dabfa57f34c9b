import { Textarea, View } from '@tarojs/components'
import './composer.scss'

const longestText = 1000

/** The field that grows with what is written in it. */
export const WordsField = (props: { text: string; placeholder: string; onChange: (text: string) => void }) => (
  <View className="composer__field">
    <Textarea
      className="composer__words"
      value={props.text}
      autoHeight
      maxlength={longestText}
      placeholder={props.placeholder}
      placeholderClass="composer__placeholder"
      cursorSpacing={24}
      showConfirmBar={false}
      disableDefaultPadding
      onInput={({ detail }) => props.onChange(detail.value)}
    />
  </View>
)
