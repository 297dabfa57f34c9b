import { Card, EmptyState, SecondaryButton } from '@suixing/ui'
import { View } from '@tarojs/components'
import { VisitCard } from '../family-visit/visit-card'

/** A WeChat user the host does not know: the welcome card knows the way; who is here as family has a way of their own. */
export const NotLinked = ({ onRetry }: { onRetry: () => void }) => (
  <View>
    <VisitCard />
    <Card>
      <EmptyState
        text="请从医生发给您的卡片进入，我们就能认出您。"
        action={<SecondaryButton text="再看一次" size="small" onPress={onRetry} />}
      />
    </Card>
  </View>
)
