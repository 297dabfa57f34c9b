import { Card, EmptyState } from '@suixing/ui'

/** Stands in a plain browser, where nobody can be signed in. */
export const OutsideWeChat = () => (
  <Card>
    <EmptyState text="请在微信里打开随行。" />
  </Card>
)
