import type { ConversationPage } from '@suixing/contracts'
import { Button, Input, Segmented } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { Send } from 'lucide-react'
import { forwardRef, useImperativeHandle, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { ComposerTools } from './composer-tools'
import { MacroMenu } from './macro-menu'
import type { Outgoings } from './outgoing'
import { sendLine, type ComposerMode } from './send-line'
import { filledIn, matching, slashAt } from './slash-macro'
import { attachmentKind } from './attachment'
import { useDraft } from './use-draft'

const limit = 600
export interface ComposerHandle {
  readonly focus: () => void
  /** Puts words into the field, to be changed before they are sent once more. */
  readonly put: (text: string) => void
}

/** Where an answer or a note is written: macros by 「/」, pictures and files, cards of the programme; and how it would reach the patient. */
export const Composer = forwardRef<
  ComposerHandle,
  { page: ConversationPage; staffId: string; conversationId: string; onSend: (what: Outgoings) => void }
>(function Composer({ page, staffId, conversationId, onSend }, handle) {
  const field = useRef<TextAreaRef>(null)
  const area = () => field.current?.resizableTextArea?.textArea
  const [text, write] = useDraft(staffId, conversationId)
  const [mode, setMode] = useState<ComposerMode>('reply')
  const [caret, setCaret] = useState(0)
  const [pointed, point] = useState(0)
  const [closedAt, close] = useState<number | null>(null)
  useImperativeHandle(handle, () => ({
    focus: () => field.current?.focus(),
    put: (words) => {
      write(words)
      field.current?.focus()
    },
  }))
  const { conversation } = page
  if (!conversation) return null
  const line = sendLine({ ...page, window: conversation.window }, mode)
  const slash = slashAt(text, caret)
  const macros = slash && slash.from !== closedAt ? matching(page.quickReplies, slash.typed) : []
  const blocked = line.tone === 'blocked'
  const empty = text.trim() === ''
  const fill = (sentence: string) => {
    if (!slash) return
    const filled = filledIn(text, slash, sentence)
    write(filled.text)
    setCaret(filled.caret)
    requestAnimationFrame(() => area()?.setSelectionRange(filled.caret, filled.caret))
    field.current?.focus()
  }
  const send = () => {
    if (empty || blocked || text.trim().length > limit) return
    onSend({ kind: mode === 'note' ? 'note' : 'text', text: text.trim() })
    write('')
    setCaret(0)
  }
  const attach = (file: File) => {
    const kind = attachmentKind(file)
    const preview = kind === 'image' ? URL.createObjectURL(file) : null
    onSend({ kind, file, preview })
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    } else if (macros.length > 0 && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab'].includes(event.key)) {
      event.preventDefault()
      const at = Math.min(pointed, macros.length - 1)
      if (event.key === 'Enter' || event.key === 'Tab') fill(macros[at]?.text ?? '')
      else point((at + (event.key === 'ArrowDown' ? 1 : macros.length - 1)) % macros.length)
    } else if (macros.length > 0 && event.key === 'Escape') close(slash?.from ?? null)
  }
  const paste = (event: ClipboardEvent) => {
    const [file] = [...event.clipboardData.files]
    if (!file || mode === 'note' || blocked) return
    event.preventDefault()
    attach(file)
  }
  return (
    <div className={`composer ${mode}`}>
      {macros.length > 0 ? <MacroMenu macros={macros} pointed={pointed} onPoint={point} onChoose={fill} /> : null}
      <div className="row gap8">
        <Segmented
          size="small"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'reply', label: '回复患者' },
            { value: 'note', label: '内部备注' },
          ]}
        />
        <span className="grow" />
        <ComposerTools
          contents={page.contents}
          disabled={mode === 'note' || blocked}
          onFile={attach}
          onCard={({ id, title }) => onSend({ kind: 'card', contentId: id, title })}
          onMacro={() => {
            const opened = text === '' || /\s$/.test(text) ? `${text}/` : `${text} /`
            write(opened)
            setCaret(opened.length)
            close(null)
            field.current?.focus()
          }}
        />
      </div>
      <Input.TextArea
        ref={field}
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 7 }}
        value={text}
        disabled={blocked}
        aria-label={mode === 'note' ? '内部备注' : '回复患者'}
        placeholder={mode === 'note' ? '写给团队看的' : '写回复，「/」选话术'}
        onChange={(event) => {
          write(event.target.value)
          setCaret(event.target.selectionStart)
          point(0)
          close(null)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
        onPaste={paste}
      />
      <div className="row gap8">
        <span className={`send-line ${line.tone}`}>
          <i aria-hidden="true" />
          {line.words}
        </span>
        <span className="grow" />
        {text.length > limit - 100 ? (
          <span className={`caption ${text.trim().length > limit ? 'ink-urgent' : ''}`}>
            {text.trim().length} / {limit}
          </span>
        ) : null}
        <span className="keys nowrap">Ctrl ↵</span>
        <Button
          type="primary"
          icon={<Send size={15} strokeWidth={1.9} />}
          disabled={empty || blocked || text.trim().length > limit}
          onClick={send}
        >
          {mode === 'note' ? '记下' : '发送'}
        </Button>
      </div>
    </div>
  )
})
