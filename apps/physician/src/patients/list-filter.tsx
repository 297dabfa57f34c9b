import { Icon } from '@suixing/ui'
import { Input, View } from '@tarojs/components'

/** What the list shows. `search: null` = not searching. */
export interface ListChoice {
  readonly filter: 'waiting' | 'all'
  readonly search: string | null
}

/** 「等我 n」「全部 n」 and the search by name, which takes the place of both while it is open. */
export const ListFilter = (props: {
  choice: ListChoice
  counts: { waiting: number; total: number } | undefined
  onChange: (choice: ListChoice) => void
}) => {
  const { choice, counts, onChange } = props
  if (choice.search !== null)
    return (
      <View className="list-filter">
        <View className="list-filter__search">
          <Icon name="search" size={20} />
          <Input
            className="list-filter__input"
            value={choice.search}
            placeholder="按姓名找患者"
            focus
            onInput={({ detail }) => onChange({ ...choice, search: detail.value })}
          />
        </View>
        <View className="list-filter__cancel" role="button" onClick={() => onChange({ ...choice, search: null })}>
          取消
        </View>
      </View>
    )
  const tab = (filter: ListChoice['filter'], label: string, count: number | undefined) => (
    <View
      className={`list-filter__tab ${choice.filter === filter ? 'list-filter__tab--chosen' : ''}`}
      role="tab"
      aria-selected={choice.filter === filter}
      onClick={() => onChange({ ...choice, filter })}
    >
      <View className="list-filter__chip">{count === undefined ? label : `${label} ${count}`}</View>
    </View>
  )
  return (
    <View className="list-filter">
      {tab('waiting', '等我', counts?.waiting)}
      {tab('all', '全部', counts?.total)}
      <View
        className="list-filter__open"
        aria-label="按姓名找"
        role="button"
        onClick={() => onChange({ ...choice, search: '' })}
      >
        <Icon name="search" size={24} />
      </View>
    </View>
  )
}
