import { Button, Input, Segmented, Select } from 'antd'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useAnswer } from '../api/use-answer'
import { countWords } from '../look/number-words'
import { MessageSearch } from '../message-search/message-search'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { filterCount, inboxFilters } from './inbox-filter'
import { InboxRow } from './inbox-row'
import type { useInbox } from './use-inbox'
import type { useInboxChoice } from './use-inbox-choice'
import { useRowKeys } from './use-row-keys'

/** Filters with their counts, search by name or words, and the conversations that fit. */
export function InboxColumn({
  choice,
  q,
  type,
  set,
  search,
  inbox,
  onReply,
}: ReturnType<typeof useInboxChoice> & { inbox: ReturnType<typeof useInbox>; onReply: () => void }) {
  const list = useRef<HTMLOListElement>(null)
  useRowKeys(list, onReply)
  const [within, setWithin] = useState<'names' | 'words'>('names')
  const { first, rows, more } = inbox
  const programmes = useAnswer('programmes', {}, 'once').data?.programmes ?? []
  const labels = first.data?.labels ?? [...new Set(rows.flatMap((row) => row.labels))]
  const words = q.trim()
  const filter = choice.filter ?? 'waiting'
  const chosen = inboxFilters.find((one) => one.filter === filter)
  return (
    <section className="inbox-column" aria-label="对话列表">
      <div className="inbox-head">
        <Input
          allowClear
          maxLength={50}
          value={q}
          placeholder="找名字或说过的话"
          aria-label="找名字或说过的话"
          prefix={<Search size={16} strokeWidth={1.7} color="var(--ink-3)" />}
          onChange={(event) => type(event.target.value)}
        />
        {words.length >= 2 ? (
          <Segmented
            block
            size="small"
            style={{ marginTop: 8 }}
            value={within}
            onChange={setWithin}
            options={[
              { value: 'names', label: '对话' },
              { value: 'words', label: '消息' },
            ]}
          />
        ) : null}
        <div className="inbox-filters" role="group" aria-label="筛选">
          {inboxFilters.map(({ filter: one, word }) => {
            const count = first.data ? filterCount(first.data.counts, one) : null
            return (
              <button
                key={one}
                type="button"
                className={one === filter ? 'filter-chip chosen' : 'filter-chip'}
                aria-pressed={one === filter}
                onClick={() => set('filter', one)}
              >
                {word}
                {count === null ? null : <span className="caption">{countWords(count)}</span>}
              </button>
            )
          })}
          {labels.length > 0 || choice.label ? (
            <Select
              allowClear
              size="small"
              style={{ flex: 1, minWidth: 96 }}
              placeholder="全部标记"
              aria-label="标记"
              value={choice.label ?? null}
              options={[...new Set([...labels, ...(choice.label ? [choice.label] : [])])].map((value) => ({ value }))}
              onChange={(value) => set('label', value ?? undefined)}
            />
          ) : null}
          {programmes.length > 1 ? (
            <Select
              allowClear
              size="small"
              style={{ flex: 1, minWidth: 120 }}
              placeholder="全部项目"
              aria-label="项目"
              value={choice.programmeId ?? null}
              options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(value) => set('programmeId', value ?? undefined)}
            />
          ) : null}
        </div>
      </div>
      <div className="inbox-scroll">
        {words.length >= 2 && within === 'words' ? (
          <MessageSearch q={words} programmeId={choice.programmeId} search={search} />
        ) : (
          <Answered query={first} rows={5}>
            {({ now }) =>
              rows.length === 0 ? (
                <EmptyState
                  {...(words
                    ? { title: '没有符合的对话', detail: '换个名字或词，或看「全部」。' }
                    : (chosen?.empty ?? { title: '没有对话' }))}
                />
              ) : (
                <ol ref={list}>
                  {rows.map((row) => (
                    <InboxRow key={row.id} row={row} now={now} search={search} />
                  ))}
                  {more ? (
                    <li className="center" style={{ padding: 10 }}>
                      <Button size="small" onClick={more}>
                        再看一些
                      </Button>
                    </li>
                  ) : null}
                </ol>
              )
            }
          </Answered>
        )}
      </div>
      <div className="inbox-keys caption">
        <span className="keys">j</span> <span className="keys">k</span> 上下 <span className="keys">Enter</span> 打开{' '}
        <span className="keys">r</span> 回复
      </div>
    </section>
  )
}
