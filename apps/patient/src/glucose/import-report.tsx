import type { ImportReport } from '@suixing/contracts'
import { Card, ListRow } from '@suixing/ui'
import { View } from '@tarojs/components'
import './glucose.scss'

/** What a file would bring: taken, known already, refused with line and reason. */
export const ImportReportCards = ({ report }: { report: ImportReport }) => {
  const { rows, taken, duplicateInFile, duplicateStored, otherRows, rejected, rejectedTotal, unit, notes } = report
  const counts = [
    { label: '能收下', count: taken },
    { label: '以前已有', count: duplicateStored },
    { label: '文件里重复', count: duplicateInFile },
    { label: '不是血糖的行', count: otherRows },
    { label: '读不懂的行', count: rejectedTotal },
  ].filter(({ label, count }) => label === '能收下' || count > 0)
  return (
    <View>
      <Card padding="rows">
        {counts.map(({ label, count }) => (
          <ListRow key={label} title={label} end={<View className="sx-heading">{count}</View>} />
        ))}
        <ListRow
          title="文件共有"
          detail={unit === 'mixed' ? '两种单位都有，按每行写的收' : `单位 ${unit}`}
          end={<View className="sx-heading">{rows} 行</View>}
        />
      </Card>
      {notes.length > 0 ? (
        <Card>
          <View className="sx-heading">请您留意</View>
          {notes.slice(0, 20).map(({ line, text }) => (
            <View key={`${line}:${text}`} className="import-line">
              <View className="sx-small sx-quiet">第 {line} 行</View>
              <View>{text}</View>
            </View>
          ))}
        </Card>
      ) : null}
      {rejected.length > 0 ? (
        <Card>
          <View className="sx-heading">读不懂的行，不会收</View>
          {rejected.slice(0, 20).map(({ line, text }) => (
            <View key={`${line}:${text}`} className="import-line">
              <View className="sx-small sx-quiet">第 {line} 行</View>
              <View>{text}</View>
            </View>
          ))}
          {rejectedTotal > Math.min(20, rejected.length) ? (
            <View className="sx-small sx-quiet">还有 {rejectedTotal - Math.min(20, rejected.length)} 行没有列出</View>
          ) : null}
        </Card>
      ) : null}
    </View>
  )
}
