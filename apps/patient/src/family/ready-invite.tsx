import type { FamilyInvite } from '@suixing/contracts'
import { GhostButton, localParts, SecondaryButton } from '@suixing/ui'
import { Button, View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { platform } from '../platform'

/** An invitation made: in WeChat handed on as a card, elsewhere as a link to copy. */
export const ReadyInvite = (props: { invite: FamilyInvite; called: string; timeZone: string; onClose: () => void }) => {
  const { invite, called, timeZone, onClose } = props
  const link = platform.linkTo(invite.page)
  const { month, day } = localParts(invite.expiresAt, timeZone)
  return (
    <View className="family-invite">
      <View>邀请做好了，发给{called}。</View>
      <View className="sx-small sx-quiet">
        谁先打开，就是谁，只能用一次，{month}月{day}日前有效。请只发给本人。
      </View>
      {link === null ? <ShareButton invite={invite} called={called} /> : <LinkToCopy link={link} />}
      <GhostButton text="好了" size="small" onPress={onClose} />
    </View>
  )
}

const ShareButton = ({ invite, called }: { invite: FamilyInvite; called: string }) => {
  // WeChat's own menu shares the app, never the invitation: that goes by this button alone.
  useShareAppMessage(({ from }) =>
    from === 'button'
      ? { title: '请您一起看我和医护的对话', path: `/${invite.page}` }
      : { title: '随行', path: '/pages/today/index' },
  )
  return (
    <Button className="sx-button sx-button--primary sx-button--usual family-invite__share" openType="share">
      发给{called}
    </Button>
  )
}

const LinkToCopy = ({ link }: { link: string }) => {
  const [copied, setCopied] = useState<'no' | 'yes' | 'cannot'>('no')
  const words = { no: '复制链接', yes: '已复制', cannot: '请长按上面的链接复制' }[copied]
  return (
    <View>
      <View className="family-invite__link">{link}</View>
      <SecondaryButton
        text={words}
        size="small"
        onPress={() => void platform.copy(link).then((done) => setCopied(done ? 'yes' : 'cannot'))}
      />
    </View>
  )
}
