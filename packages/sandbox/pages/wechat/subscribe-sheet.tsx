import { useState } from 'react'
import { Mark } from '../look/mark'

/** A template a mini-program asks leave to send once. */
export interface AskedTemplate {
  id: string
  title: string
}

/** WeChat's question before a subscribe message: per template yes or no. */
export function SubscribeSheet(props: {
  appName: string
  templates: AskedTemplate[]
  onDecide: (accepted: string[]) => void
}) {
  const [ticked, setTicked] = useState<string[]>(props.templates.map((template) => template.id))
  return (
    <div
      className="sheet-shade"
      data-testid="subscribe-sheet"
      onKeyDown={(event) => (event.key === 'Escape' ? props.onDecide([]) : undefined)}
    >
      <div className="sheet" role="dialog" aria-modal="true" aria-label="订阅消息">
        <p style={{ display: 'flex', gap: 8, alignItems: 'center', fontSize: 15, marginBottom: 10 }}>
          <Mark size={22} />
          {props.appName} 申请
        </p>
        <h2>发送一次性订阅消息</h2>
        <div className="subscribe-list">
          {props.templates.map((template) => (
            <label key={template.id}>
              <input
                type="checkbox"
                checked={ticked.includes(template.id)}
                onChange={(event) =>
                  setTicked((old) => [
                    ...old.filter((id) => id !== template.id),
                    ...(event.target.checked ? [template.id] : []),
                  ])
                }
              />
              {template.title}
            </label>
          ))}
        </div>
        <div className="sheet-buttons">
          <button type="button" data-testid="subscribe-reject" onClick={() => props.onDecide([])}>
            取消
          </button>
          <button
            type="button"
            className="main"
            autoFocus
            data-testid="subscribe-accept"
            disabled={ticked.length === 0}
            onClick={() => props.onDecide(ticked)}
          >
            允许
          </button>
        </div>
      </div>
    </div>
  )
}
