import { useState } from 'react'
import { CirclePlus, Keyboard, Smile } from 'lucide-react'
import { AttachPanel } from './attach-panel'
import type { Attachment } from './attach-panel'
import { HoldToTalk } from './hold-to-talk'
import './composer.css'

/**
 * Where one types: Enter sends, Shift+Enter breaks the line. The text stays when sending fails. Where `onAttach` is
 * there, + opens the panel and the left button changes to talking.
 */
export function Composer(props: {
  to: string
  onSend: (text: string) => Promise<boolean>
  onAttach?: ((what: Attachment) => Promise<boolean>) | undefined
}) {
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const [mode, setMode] = useState<'words' | 'voice' | 'panel'>('words')
  const { onAttach } = props
  const send = async (): Promise<void> => {
    const said = text.trim()
    if (said === '' || sending) return
    setSending(true)
    if (await props.onSend(said)) setText('')
    setSending(false)
  }
  const attach = async (what: readonly Attachment[]): Promise<void> => {
    for (const one of what) if (!(await onAttach?.(one))) return
    setMode((old) => (old === 'panel' ? 'words' : old))
  }
  return (
    <form
      className={mode === 'panel' ? 'composer with-panel' : 'composer'}
      data-testid="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className="composer-row">
        <RoundButton
          label={mode === 'voice' ? '改用键盘' : '改说语音'}
          testId="composer-voice"
          act={onAttach && (() => setMode(mode === 'voice' ? 'words' : 'voice'))}
        >
          {mode === 'voice' ? <Keyboard size={28} strokeWidth={1.5} /> : <Waves />}
        </RoundButton>
        {mode === 'voice' ? (
          <HoldToTalk onSaid={(seconds) => void attach([{ msgtype: 'voice', seconds }])} />
        ) : (
          <textarea
            value={text}
            rows={1}
            maxLength={2000}
            aria-label={`发消息给${props.to}`}
            data-testid="composer-text"
            onFocus={() => setMode('words')}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              void send()
            }}
          />
        )}
        <span aria-hidden="true">
          <Smile size={28} strokeWidth={1.5} />
        </span>
        {text.trim() === '' || mode === 'voice' ? (
          <RoundButton
            label="更多"
            testId="composer-more"
            act={onAttach && (() => setMode(mode === 'panel' ? 'words' : 'panel'))}
          >
            <CirclePlus size={28} strokeWidth={1.5} />
          </RoundButton>
        ) : (
          <button type="submit" className="send" disabled={sending} data-testid="composer-send">
            发送
          </button>
        )}
      </div>
      {mode === 'panel' ? <AttachPanel onSend={(what) => void attach(what)} onVoice={() => setMode('voice')} /> : null}
    </form>
  )
}

/** Only drawn where it would do nothing. */
function RoundButton(props: {
  label: string
  testId: string
  act: (() => void) | undefined
  children: React.ReactNode
}) {
  return props.act ? (
    <button type="button" className="round" aria-label={props.label} data-testid={props.testId} onClick={props.act}>
      {props.children}
    </button>
  ) : (
    <span aria-hidden="true">{props.children}</span>
  )
}

function Waves() {
  return (
    <svg
      width="28"
      height="28"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M9 10.5a2.5 2.5 0 0 1 0 3M12 8.5a5.5 5.5 0 0 1 0 7" />
    </svg>
  )
}
