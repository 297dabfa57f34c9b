import { useState } from 'react'
import type { ViewedInboxMessage } from '../sandbox/views'
import './template-card.css'

type Content = Extract<ViewedInboxMessage['content'], { type: 'template_card' }>

/** What was tapped: a button or menu entry by its key, an entry of the jump list, or the card itself. */
export type CardTap = { key?: string; jump?: number; selected?: Record<string, string[]> }

/** A template card of an application, with what can be chosen and pressed in it. */
export function TemplateCard({ content, onTap }: { content: Content; onTap: (tap: CardTap) => void }) {
  const { card, replaced } = content
  const [selected, setSelected] = useState<Record<string, string[]>>({})
  const select = (question: string, ids: string[]): void => setSelected((old) => ({ ...old, [question]: ids }))
  const press = (key: string): void => onTap({ key, selected })
  const selects = [...(card.button_selection ? [card.button_selection] : []), ...(card.select_list ?? [])]
  return (
    <div className="template-card" data-testid="template-card">
      {card.source?.desc ? <small>{card.source.desc}</small> : null}
      {card.main_title?.title ? <h3>{card.main_title.title}</h3> : null}
      {card.main_title?.desc ? <p className="grey">{card.main_title.desc}</p> : null}
      {card.emphasis_content?.title ? (
        <p className="emphasis">
          {card.emphasis_content.title}
          <small>{card.emphasis_content.desc}</small>
        </p>
      ) : null}
      {card.quote_area?.quote_text ? (
        <blockquote>
          {card.quote_area.title ? <b>{card.quote_area.title}</b> : null}
          {card.quote_area.quote_text}
        </blockquote>
      ) : null}
      {card.sub_title_text ? <p>{card.sub_title_text}</p> : null}
      {card.vertical_content_list?.map((row, index) => (
        <p key={index}>
          <b>{row.title}</b>
          {row.desc ? `\n${row.desc}` : ''}
        </p>
      ))}
      {card.horizontal_content_list?.length ? (
        <dl>
          {card.horizontal_content_list.map((row, index) => [
            <dt key={index}>{row.keyname}</dt>,
            <dd key={`${index}=`}>{row.value}</dd>,
          ])}
        </dl>
      ) : null}
      {card.checkbox?.option_list.map((option) => (
        <label key={option.id}>
          <input
            type={card.checkbox?.mode === 1 ? 'checkbox' : 'radio'}
            name={card.checkbox?.question_key}
            disabled={replaced !== null}
            onChange={(event) => {
              const question = card.checkbox?.question_key ?? ''
              const old = card.checkbox?.mode === 1 ? (selected[question] ?? []).filter((id) => id !== option.id) : []
              select(question, event.target.checked ? [...old, option.id] : old)
            }}
          />
          {option.text}
        </label>
      ))}
      {selects.map((one) => (
        <label key={one.question_key}>
          {one.title}
          <select
            disabled={replaced !== null}
            defaultValue={one.selected_id ?? ''}
            onChange={(event) => select(one.question_key, [event.target.value])}
          >
            <option value="" disabled>
              请选择
            </option>
            {one.option_list.map((option) => (
              <option key={option.id} value={option.id}>
                {option.text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Buttons content={content} onPress={press} />
      {card.jump_list?.map((jump, index) => (
        <button key={index} type="button" className="line" onClick={() => onTap({ jump: index })}>
          {jump.title}
        </button>
      ))}
      {card.card_action ? (
        <button type="button" className="line" data-testid="card-open" onClick={() => onTap({})}>
          查看详情
        </button>
      ) : null}
      {card.action_menu?.action_list.map((one) => (
        <button key={one.key} type="button" className="line grey" onClick={() => onTap({ key: one.key })}>
          {one.text}
        </button>
      ))}
    </div>
  )
}

function Buttons({ content: { card, replaced }, onPress }: { content: Content; onPress: (key: string) => void }) {
  const buttons = card.button_list ?? (card.submit_button ? [{ ...card.submit_button, style: 1 }] : [])
  if (buttons.length === 0) return null
  if (replaced !== null)
    return (
      <p className="replaced" data-testid="card-replaced">
        {replaced}
      </p>
    )
  return (
    <div className="buttons">
      {buttons.map((button) => (
        <button
          key={button.key}
          type="button"
          data-style={button.style ?? 1}
          data-testid="card-button"
          onClick={() => onPress(button.key)}
        >
          {button.text}
        </button>
      ))}
    </div>
  )
}
