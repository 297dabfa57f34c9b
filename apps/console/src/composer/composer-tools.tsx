import type { ConversationPage } from '@suixing/contracts'
import { Popover, Tooltip } from 'antd'
import { BookOpen, ImagePlus, Paperclip, TextQuote } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'

type Content = ConversationPage['contents'][number]

function Tool({
  word,
  disabled,
  onClick,
  children,
}: {
  word: string
  disabled: boolean
  onClick?: () => void
  children: ReactNode
}) {
  return (
    <Tooltip title={word}>
      <button type="button" className="tool" aria-label={word} disabled={disabled} onClick={onClick}>
        {children}
      </button>
    </Tooltip>
  )
}

/** Macro, picture, file and content card beside the field. */
export function ComposerTools({
  contents,
  disabled,
  onFile,
  onCard,
  onMacro,
}: {
  contents: readonly Content[]
  disabled: boolean
  onFile: (file: File) => void
  onCard: (content: Content) => void
  onMacro: () => void
}) {
  const picture = useRef<HTMLInputElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [choosing, choose] = useState(false)
  const input = (accept: string | undefined, name: string, ref: typeof picture) => (
    <input
      ref={ref}
      type="file"
      hidden
      {...(accept ? { accept } : {})}
      aria-label={name}
      onChange={(event) => {
        const [chosen] = [...(event.target.files ?? [])]
        event.target.value = ''
        if (chosen) onFile(chosen)
      }}
    />
  )
  const cards = (
    <ul className="card-choice">
      {contents.map((content) => (
        <li key={content.id}>
          <button
            type="button"
            onClick={() => {
              choose(false)
              onCard(content)
            }}
          >
            <b>{content.title}</b>
            <span className="second">{content.text}</span>
          </button>
        </li>
      ))}
      {contents.length === 0 ? <li className="second">项目里还没有科教内容</li> : null}
    </ul>
  )
  return (
    <span className="row gap4">
      <Tool word="话术" disabled={false} onClick={onMacro}>
        <TextQuote size={17} strokeWidth={1.7} />
      </Tool>
      <Tool word="发图片" disabled={disabled} onClick={() => picture.current?.click()}>
        <ImagePlus size={17} strokeWidth={1.7} />
      </Tool>
      <Tool word="发文件" disabled={disabled} onClick={() => file.current?.click()}>
        <Paperclip size={17} strokeWidth={1.7} />
      </Tool>
      <Popover
        open={choosing && !disabled}
        onOpenChange={choose}
        trigger="click"
        placement="topRight"
        title="发科教内容，点一下就发出"
        content={cards}
      >
        <button type="button" className="tool" aria-label="发科教内容" disabled={disabled}>
          <BookOpen size={17} strokeWidth={1.7} />
        </button>
      </Popover>
      {input('image/*', '选图片', picture)}
      {input(undefined, '选文件', file)}
    </span>
  )
}
