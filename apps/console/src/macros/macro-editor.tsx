import type { Macro } from '@suixing/contracts'
import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef, useState } from 'react'
import { ApiFailure } from '../api/api-failure'
import { FailureNotice } from '../states/failure-notice'
import { MacroText } from './macro-text'
import { macroVariables, unknownVariables } from './macro-variables'

/** Writes one ready sentence: title, text with variables at hand, and how a patient would read it. */
export function MacroEditor({
  macro,
  saving,
  error,
  onSave,
  onClose,
}: {
  macro: Macro
  saving: boolean
  error: unknown
  onSave: (macro: Macro) => void
  onClose: () => void
}) {
  const [title, setTitle] = useState(macro.title)
  const [text, setText] = useState(macro.text)
  const field = useRef<TextAreaRef>(null)
  const unknown = unknownVariables(text)
  const put = (name: string) => {
    const area = field.current?.resizableTextArea?.textArea
    const [from, to] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length]
    setText(`${text.slice(0, from)}{${name}}${text.slice(to)}`)
    field.current?.focus()
  }
  const wrong = error instanceof ApiFailure ? (error.detail.field ?? '') : ''
  return (
    <section className="panel" aria-label="编辑话术">
      <label className="field-label" htmlFor="macro-title" style={{ marginTop: 0 }}>
        标题，打「/」时用它找
      </label>
      <Input
        id="macro-title"
        maxLength={20}
        showCount
        value={title}
        {...(wrong.endsWith('title') ? { status: 'error' as const } : {})}
        onChange={(event) => setTitle(event.target.value)}
      />
      <label className="field-label" htmlFor="macro-text">
        内容
      </label>
      <Input.TextArea
        id="macro-text"
        ref={field}
        maxLength={600}
        showCount
        autoSize={{ minRows: 4, maxRows: 12 }}
        value={text}
        {...(wrong.endsWith('text') ? { status: 'error' as const } : {})}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row gap8 wrap" style={{ marginTop: 28 }}>
        <span className="caption">放进内容：</span>
        {macroVariables.map(({ name, word, example }) => (
          <Button key={name} size="small" title={`例如「${example}」`} onClick={() => put(name)}>
            {word}
          </Button>
        ))}
      </div>
      {unknown.length > 0 ? (
        <div className="caption ink-urgent" style={{ marginTop: 6 }}>
          没有 {unknown.join('、')} 这个变量，患者会看到原样的字。
        </div>
      ) : null}
      <span className="field-label">患者会看到</span>
      <div className="preview" style={{ marginTop: 0 }}>
        <div className="preview-text">{text.trim() ? <MacroText text={text} /> : '……'}</div>
      </div>
      {error ? (
        <div style={{ marginTop: 12 }}>
          <FailureNotice error={error} />
        </div>
      ) : null}
      <div className="row gap8" style={{ marginTop: 14 }}>
        <span className="grow" />
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={saving}
          disabled={title.trim() === '' || text.trim() === '' || unknown.length > 0}
          onClick={() => onSave({ ...macro, title: title.trim(), text: text.trim() })}
        >
          保存
        </Button>
      </div>
    </section>
  )
}
