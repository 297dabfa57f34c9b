import type { StaffView } from '@suixing/contracts'
import { Card, EmptyState, GhostButton, Notice, SecondaryButton, Skeleton, useLiveQuery } from '@suixing/ui'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { ListFilter, type ListChoice } from '../list/list-filter'
import { session } from '../session/current-session'
import { ReadFailure } from '../session/read-failure'
import { unread } from '../tabs/unread'
import { emptyText, type InboxFilter } from './empty-text'
import { InboxRow } from './inbox-row'
import './inbox.scss'
import { loadInbox, type InboxChoice, type LongInbox } from './load-inbox'
import { useSettled } from './use-settled'

/** Words are asked for once the fingers rest. */
const restMs = 300

/** Who waits, what I have, everything; kept fresh while it is in front. A search looks through everything. */
export const Inbox = ({ staff }: { staff: StaffView }) => {
  const [choice, setChoice] = useState<ListChoice<InboxFilter>>({ filter: 'waiting', search: null })
  const words = useSettled((choice.search ?? '').trim(), restMs)
  const asked: InboxChoice =
    choice.search === null ? { filter: choice.filter } : { filter: 'all', ...(words === '' ? {} : { q: words }) }
  const key = `${asked.filter}|${asked.q ?? ''}`
  const [length, setLength] = useState({ key, pages: 1 })
  const pages = length.key === key ? length.pages : 1
  const live = useLiveQuery<LongInbox>(key, (known) =>
    loadInbox((query) => session.call('physicianInbox', { query }), asked, pages, known),
  )
  const counts = useLast(live.status === 'ready' ? live.value.counts : undefined)
  const unreadNow = counts?.unread
  useEffect(() => {
    if (unreadNow !== undefined) unread.tell(unreadNow)
  }, [unreadNow])

  const content = () => {
    if (live.status === 'loading') return <Skeleton cards={[6]} />
    if (live.status === 'failed') return <ReadFailure code={live.failure.code} onRetry={live.reload} />
    const { rows, now, next } = live.value
    const programmes = new Set(rows.map(({ programme }) => programme.id)).size
    return (
      <>
        {live.failure ? <Notice tone="warn" text="网络断了一下，下面是刚才读到的。正在重连。" /> : null}
        {rows.length === 0 ? (
          <EmptyState
            text={emptyText(asked, live.value.counts.all)}
            action={
              asked.filter !== 'all' && live.value.counts.all > 0 ? (
                <SecondaryButton
                  text="看全部对话"
                  size="small"
                  onPress={() => setChoice({ filter: 'all', search: null })}
                />
              ) : null
            }
          />
        ) : (
          <Card padding="rows">
            {rows.map((row) => (
              <InboxRow
                key={row.id}
                row={row}
                me={staff.id}
                now={now}
                shows={programmes > 1 ? 'programme' : 'person'}
                onPress={() =>
                  void Taro.navigateTo({ url: `/pages/conversation/index?id=${encodeURIComponent(row.id)}` })
                }
              />
            ))}
          </Card>
        )}
        {next === null ? null : (
          <GhostButton
            text={live.value.pages < pages ? '正在读…' : '更多'}
            onPress={() => {
              setLength({ key, pages: live.value.pages + 1 })
              live.reload()
            }}
          />
        )}
      </>
    )
  }
  return (
    <>
      <ListFilter
        tabs={[
          { filter: 'waiting', label: '等您回', count: counts?.waiting },
          { filter: 'mine', label: '我的', count: counts?.mine },
          { filter: 'all', label: '全部', count: counts?.all },
        ]}
        choice={choice}
        search={{ label: '找对话', hint: '姓名，或说过的话' }}
        onChange={setChoice}
      />
      {content()}
    </>
  )
}

/** The latest value there was: a list that loads afresh keeps its counts. */
const useLast = <T,>(value: T | undefined): T | undefined => {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return value ?? last
}
