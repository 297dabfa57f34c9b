import { Notice, SecondaryButton } from '@suixing/ui'
import { View } from '@tarojs/components'
import { platform } from '../platform'

const texts = {
  microphone: '微信还不能用麦克风。点「去设置」，打开「麦克风」。',
  album: '微信还不能看照片。点「去设置」，打开「相机」和「相册」。',
}

/** What was refused, and the way to allow it. */
export const PermissionNote = ({ what }: { what: keyof typeof texts }) => (
  <View>
    <Notice tone="warn" text={texts[what]} />
    <SecondaryButton text="去设置" size="small" onPress={platform.openSettings} />
  </View>
)
