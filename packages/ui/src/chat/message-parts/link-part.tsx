import type { MessageContent } from '@suixing/contracts'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { PartBox } from './part-box'

type Link = Extract<MessageContent, { kind: 'link' }>

/** A link: a browser opens it beside the app, a mini-program may not and copies the address. */
export const LinkPart = ({ link }: { link: Link }) => {
  const [copied, setCopied] = useState(false)
  const press = () => {
    if (Taro.getEnv() !== Taro.ENV_TYPE.WEAPP && /^https?:\/\//i.test(link.url))
      return void window.open(link.url, '_blank', 'noopener')
    void Taro.setClipboardData({ data: link.url }).then(() => setCopied(true))
  }
  return (
    <PartBox
      icon="link"
      title={link.title || link.url}
      detail={copied ? '链接已复制' : link.description}
      onPress={press}
    />
  )
}
