import { Card, EmptyState, SecondaryButton } from '@suixing/ui'

/** A WeChat user the host does not know: the welcome card knows the way. */
export const NotLinked = ({ onRetry }: { onRetry: () => void }) => (
  <Card>
    <EmptyState
      text="请从医生发给您的卡片进入，我们就能认出您。"
      action={<SecondaryButton text="再看一次" size="small" onPress={onRetry} />}
    />
  </Card>
)
