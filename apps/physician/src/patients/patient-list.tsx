import { Card, EmptyState, Notice, SecondaryButton, Skeleton, useLiveQuery } from '@suixing/ui'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ListFilter, type ListChoice } from '../list/list-filter'
import { session } from '../session/current-session'
import { ReadFailure } from '../session/read-failure'
import { fresher } from '../session/fresher'
import './patient-list.scss'
import { PatientRow } from './patient-row'
import { rowsNamed } from './rows-named'

/** The list with its filter, kept fresh while it is in front. A search looks through everybody. */
export const PatientList = () => {
  const [choice, setChoice] = useState<ListChoice<'waiting' | 'all'>>({ filter: 'waiting', search: null })
  const filter = choice.search === null ? choice.filter : 'all'
  const live = useLiveQuery(
    filter,
    fresher((since) => session.call('physicianPatients', { query: { filter, since } })),
  )
  const [counts, setCounts] = useState<{ waiting: number; total: number }>()
  if (live.status === 'ready' && (counts?.waiting !== live.value.waiting || counts.total !== live.value.total))
    setCounts({ waiting: live.value.waiting, total: live.value.total })

  const content = () => {
    if (live.status === 'loading') return <Skeleton cards={[6]} />
    if (live.status === 'failed') return <ReadFailure code={live.failure.code} onRetry={live.reload} />
    const rows = choice.search === null ? live.value.rows : rowsNamed(live.value.rows, choice.search)
    return (
      <>
        {live.failure ? <Notice tone="warn" text="网络断了一下，下面是刚才读到的。正在重连。" /> : null}
        {rows.length === 0 ? (
          <EmptyState
            text={emptyText(choice, live.value.total)}
            action={
              filter === 'waiting' && live.value.total > 0 ? (
                <SecondaryButton
                  text="看全部患者"
                  size="small"
                  onPress={() => setChoice({ filter: 'all', search: null })}
                />
              ) : null
            }
          />
        ) : (
          <Card padding="rows">
            {rows.map((row) => (
              <PatientRow
                key={row.id}
                row={row}
                now={live.value.now}
                onPress={() => void Taro.navigateTo({ url: `/pages/patient/index?id=${encodeURIComponent(row.id)}` })}
              />
            ))}
          </Card>
        )}
      </>
    )
  }
  return (
    <>
      <ListFilter
        tabs={[
          { filter: 'waiting', label: '等我', count: counts?.waiting },
          { filter: 'all', label: '全部', count: counts?.total },
        ]}
        choice={choice}
        search={{ label: '按姓名找', hint: '按姓名找患者' }}
        onChange={setChoice}
      />
      {content()}
    </>
  )
}

const emptyText = (choice: ListChoice<'waiting' | 'all'>, total: number): string => {
  if (choice.search) return `没有叫「${choice.search}」的患者`
  if (total === 0) return '还没有患者。患者扫您的码入组后，会出现在这里。'
  return '没有人在等您'
}
