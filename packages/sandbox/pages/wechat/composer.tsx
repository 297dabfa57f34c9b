import { useState } from 'react'
import { CirclePlus, Smile } from 'lucide-react'

/** Where one types: Enter sends, Shift+Enter breaks the line. The text stays when sending fails. */
export function Composer(props: { to: string; onSend: (text: string) => Promise<boolean> }) {
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const send = async (): Promise<void> => {
    const said = text.trim()
    if (said === '' || sending) return
    setSending(true)
    if (await props.onSend(said)) setText('')
    setSending(false)
  }
  return (
    <form
      className="composer"
      data-testid="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <span aria-hidden="true">
        <svg
          width="28"
          height="28"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        >
          <circle cx="12" cy="12" r="10" />
          <path d="M9 10.5a2.5 2.5 0 0 1 0 3M12 8.5a5.5 5.5 0 0 1 0 7" />
        </svg>
      </span>
      <textarea
        value={text}
        rows={1}
        maxLength={2000}
        aria-label={`发消息给${props.to}`}
        data-testid="composer-text"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void send()
        }}
      />
      <span aria-hidden="true">
        <Smile size={28} strokeWidth={1.5} />
      </span>
      {text.trim() === '' ? (
        <span aria-hidden="true">
          <CirclePlus size={28} strokeWidth={1.5} />
        </span>
      ) : (
        <button type="submit" disabled={sending} data-testid="composer-send">
          发送
        </button>
      )}
    </form>
  )
}
