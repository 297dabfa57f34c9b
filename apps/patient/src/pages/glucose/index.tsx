import type { GlucoseView } from '@suixing/contracts'
import { Card, EmptyState, Icon, LiveContent, SecondaryButton, Segmented, useLiveQuery } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api'
import { useAppDisplay } from '../../display/use-app-display'
import { ImportScreen } from '../../glucose/import-screen'
import { LatestLarge, WeekLarge } from '../../glucose/large-cards'
import { RangeCard } from '../../glucose/range-card'
import { ReadingList } from '../../glucose/reading-list'
import { useImport } from '../../glucose/use-import'
import { MainPage } from '../../tabs/main-page'
import '../../glucose/glucose.scss'

const spans = [
  { value: 1, label: '今天' },
  { value: 14, label: '近 14 天' },
  { value: 90, label: '近 90 天' },
] as const
type Days = (typeof spans)[number]['value']

/** 血糖 */
export default function GlucosePage() {
  const work = useImport()
  const [imported, setImported] = useState(0)
  const done = () => {
    setImported(imported + 1)
    work.close()
  }
  if (work.state.kind !== 'none') return <ImportScreen work={work} onDone={done} />
  return (
    <MainPage tab="glucose" title={{ kind: 'title', text: '血糖' }}>
      <Glucose key={imported} onImport={(timeZone) => void work.choose(timeZone)} />
    </MainPage>
  )
}

const Glucose = ({ onImport }: { onImport: (timeZone: string) => void }) => {
  const { large } = useAppDisplay()
  const [days, setDays] = useState<Days>(14)
  const asked = large ? 7 : days
  const live = useLiveQuery(`glucose:${asked}`, () => call('patientGlucose', { query: { days: asked } }), {
    everyMs: 30_000,
  })
  return (
    <View>
      {large ? null : <Segmented segments={spans} value={days} onChange={setDays} />}
      <LiveContent live={live} skeleton={[4, 2]}>
        {(view) =>
          view.total === 0 ? <Nothing view={view} onImport={onImport} /> : <Filled view={view} onImport={onImport} />
        }
      </LiveContent>
    </View>
  )
}

const Nothing = ({ view, onImport }: { view: GlucoseView; onImport: (timeZone: string) => void }) => (
  <Card>
    <EmptyState
      text={view.days === 1 ? '今天还没有血糖，方便时测一次。' : '还没有血糖记录，可以从血糖仪导出的文件里导入。'}
      action={<SecondaryButton text="导入文件" icon="file" size="small" onPress={() => onImport(view.timeZone)} />}
    />
  </Card>
)

const Filled = ({ view, onImport }: { view: GlucoseView; onImport: (timeZone: string) => void }) => {
  const { large } = useAppDisplay()
  return (
    <View>
      {large ? (
        <View>
          <LatestLarge view={view} />
          <WeekLarge view={view} />
        </View>
      ) : (
        <RangeCard view={view} />
      )}
      <View className="glucose-head">
        <View className="sx-grow sx-heading">{view.source === 'smbg' ? '每一次' : '动态血糖'}</View>
        <View className="glucose-head__act" role="button" onClick={() => onImport(view.timeZone)}>
          <Icon name="file" size={19} />
          <View>导入文件</View>
        </View>
      </View>
      <ReadingList view={view} />
    </View>
  )
}
