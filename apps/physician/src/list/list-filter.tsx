import { Icon } from '@suixing/ui'
import { Input, View } from '@tarojs/components'
import './list-filter.scss'

/** What a list shows. `search: null` = not searching. */
export interface ListChoice<Filter extends string> {
  readonly filter: Filter
  readonly search: string | null
}

/** Chips with their counts, and a search, which takes the place of all while it is open. */
export const ListFilter = <Filter extends string>(props: {
  tabs: readonly { readonly filter: Filter; readonly label: string; readonly count: number | undefined }[]
  choice: ListChoice<Filter>
  search: { readonly label: string; readonly hint: string }
  onChange: (choice: ListChoice<Filter>) => void
}) => {
  const { tabs, choice, search, onChange } = props
  if (choice.search !== null)
    return (
      <View className="list-filter">
        <View className="list-filter__search">
          <Icon name="search" size={20} />
          <Input
            className="list-filter__input"
            value={choice.search}
            placeholder={search.hint}
            focus
            onInput={({ detail }) => onChange({ ...choice, search: detail.value })}
          />
        </View>
        <View className="list-filter__cancel" role="button" onClick={() => onChange({ ...choice, search: null })}>
          取消
        </View>
      </View>
    )
  return (
    <View className="list-filter">
      {tabs.map(({ filter, label, count }) => (
        <View
          key={filter}
          className={`list-filter__tab ${choice.filter === filter ? 'list-filter__tab--chosen' : ''}`}
          role="tab"
          aria-selected={choice.filter === filter}
          onClick={() => onChange({ ...choice, filter })}
        >
          <View className="list-filter__chip">{count === undefined ? label : `${label} ${count}`}</View>
        </View>
      ))}
      <View
        className="list-filter__open"
        aria-label={search.label}
        role="button"
        onClick={() => onChange({ ...choice, search: '' })}
      >
        <Icon name="search" size={24} />
      </View>
    </View>
  )
}
