import type { PatientContent } from '@suixing/contracts'
import { Card, EmptyState, Icon } from '@suixing/ui'
import { View } from '@tarojs/components'
import { paragraphsOf } from './paragraphs'
import './content.scss'

/** A content to read at leisure: title, paragraphs, who reviewed it and what it rests on. */
export const ContentView = ({ title, text, reviewedBy, source }: PatientContent) => {
  const paragraphs = paragraphsOf(text)
  return (
    <View>
      <View className="content-title">{title}</View>
      <Card>
        {paragraphs.length === 0 ? (
          <EmptyState text="这一篇还没有写好，过几天再来看。" />
        ) : (
          paragraphs.map((paragraph, index) => (
            <View key={index} className="content-paragraph">
              {paragraph}
            </View>
          ))
        )}
      </Card>
      {reviewedBy === null ? null : (
        <View className="content-foot">
          <Icon name="shield" size={20} className="content-foot__icon" />
          <View className="sx-grow">{reviewedBy} 审阅</View>
        </View>
      )}
      {source === null ? null : (
        <View className="content-foot">
          <Icon name="book" size={20} className="content-foot__icon" />
          <View className="sx-grow">{sourceText(source)}</View>
        </View>
      )}
      <View className="content-note">这里说的是一般做法。您的用药和治疗，听您的医生的。</View>
    </View>
  )
}

/** The year is told once: many titles carry it. */
const sourceText = ({ title, year }: NonNullable<PatientContent['source']>): string =>
  year === null || title.includes(String(year)) ? `依据《${title}》` : `依据《${title}》，${year} 年`
