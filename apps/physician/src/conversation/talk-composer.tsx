import type { ConversationPage } from '@suixing/contracts'
import { Icon, Notice } from '@suixing/ui'
import { Textarea, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import '../patient/composer.scss'
import { ContentPanel, PlusPanel, QuickPanel } from './composer-panels'
import { joined, type Draft } from './draft'
import type { Outgoing } from './outgoing'
import './talk-composer.scss'
import type { KeptDraft } from './use-draft'
import type { WindowLine } from './window-line'

type Panel = 'none' | 'quick' | 'plus' | 'contents'

/** Where words go, the field with its draft, quick replies, and what else can be sent. */
export const TalkComposer = (props: {
  name: string
  page: Pick<ConversationPage, 'quickReplies' | 'contents'>
  window: WindowLine
  draft: Draft
  trouble: string | null
  onWrite: (draft: Draft) => void
  onTake: KeptDraft['take']
  onSend: (what: Outgoing) => void
  onPicture: () => void
}) => {
  const { name, page, window, draft, onWrite, onSend } = props
  const [panel, setShownPanel] = useState<Panel>('none')
  // Two taps may come before the panel is drawn closed.
  const openPanel = useRef<Panel>('none')
  const setPanel = (next: Panel) => {
    openPanel.current = next
    setShownPanel(next)
  }
  const isNote = draft.as === 'note'
  const isHeld = !isNote && window.takes === 'note'
  const text = draft[draft.as]
  const ready = !isHeld && text.trim() !== ''
  const toggle = (wanted: Panel) => setPanel(panel === wanted ? 'none' : wanted)
  const sendText = () => {
    if (!ready) return
    const written = props.onTake()
    if (written.text === '') return
    setPanel('none')
    onSend({ kind: written.as === 'note' ? 'note' : 'text', text: written.text })
  }
  const tool = (wanted: Panel, icon: 'quick' | 'plus', label: string) => (
    <View
      className={`talk-composer__tool ${panel === wanted ? 'talk-composer__tool--open' : ''}`}
      role="button"
      aria-label={label}
      aria-expanded={panel === wanted}
      onClick={() => toggle(wanted)}
    >
      <Icon name={icon} size={24} />
    </View>
  )
  return (
    <View className={`talk-composer ${isNote ? 'talk-composer--note' : ''}`}>
      {props.trouble === null ? null : <Notice tone="warn" text={props.trouble} />}
      <View className={`talk-composer__line talk-composer__line--${isNote ? 'note' : window.tone}`} role="note">
        <View className="talk-composer__dot" />
        <View className="talk-composer__where">{isNote ? '内部备注 · 患者和家人看不到' : window.text}</View>
        {isNote || isHeld ? (
          <View
            className="talk-composer__switch"
            role="button"
            onClick={() => onWrite({ ...draft, as: isNote ? 'message' : 'note' })}
          >
            {isNote ? '改为回复' : '写备注'}
          </View>
        ) : null}
      </View>
      <View className="composer__row">
        {tool('quick', 'quick', '常用语')}
        {tool('plus', 'plus', '更多')}
        <View className={`composer__field talk-composer__field ${isHeld ? 'composer__field--busy' : ''}`}>
          <Textarea
            className={`composer__text ${text === '' ? 'composer__text--empty' : ''}`}
            value={text}
            placeholder={isNote ? '写给同事' : isHeld ? '现在不能回复' : `回复${name}`}
            placeholderClass="composer__placeholder"
            maxlength={600}
            autoHeight
            disabled={isHeld}
            showConfirmBar={false}
            cursorSpacing={80}
            onFocus={() => setPanel('none')}
            onInput={({ detail }) => onWrite({ ...draft, [draft.as]: detail.value })}
          />
        </View>
        <View
          className={`composer__send ${ready ? '' : 'composer__send--off'}`}
          hoverClass={ready ? 'composer__send--pressed' : 'none'}
          role="button"
          aria-label={isNote ? '记下备注' : '发送'}
          aria-disabled={!ready}
          onClick={sendText}
        >
          <Icon name={isNote ? 'note' : 'send'} size={22} />
        </View>
      </View>
      {panel === 'quick' ? (
        <QuickPanel
          replies={page.quickReplies}
          onChoose={(words) => {
            onWrite({ ...draft, as: 'message', message: joined(draft.message, words) })
            setPanel('none')
          }}
        />
      ) : null}
      {panel === 'plus' ? (
        <PlusPanel
          takes={window.takes}
          onPicture={() => {
            setPanel('none')
            props.onPicture()
          }}
          onContents={() => setPanel('contents')}
          onNote={() => {
            setPanel('none')
            onWrite({ ...draft, as: isNote ? 'message' : 'note' })
          }}
        />
      ) : null}
      {panel === 'contents' ? (
        <ContentPanel
          contents={page.contents}
          onSend={({ id, title }) => {
            if (openPanel.current !== 'contents') return
            setPanel('none')
            onSend({ kind: 'card', contentId: id, title })
          }}
        />
      ) : null}
    </View>
  )
}
