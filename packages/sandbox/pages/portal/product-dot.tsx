import type { Product } from './use-product'

const shown: Record<Product['status'], readonly [tone: 'wait' | 'off' | 'on', words: string]> = {
  looking: ['wait', '正在找产品'],
  away: ['off', '产品没有回应'],
  'signed-out': ['on', '产品已就绪'],
  open: ['on', '数据库已就绪'],
}

/** Whether the product answers; that its database does shows only in answers to who is signed in. */
export function ProductDot({ status }: { status: Product['status'] }) {
  const [tone, words] = shown[status]
  return (
    <span className={`product ${tone}`} role="status" data-testid="product-dot" data-status={status}>
      {words}
    </span>
  )
}

/** The line under 「运营台」: what waits there, as far as this browser may see. */
export function consoleLine(product: Product): string {
  switch (product.status) {
    case 'looking':
      return '正在连接'
    case 'away':
      return '还没有开，稍等或看终端'
    case 'signed-out':
      return '登录后可看'
    case 'open':
      return product.waiting > 0 ? `${product.waiting} 位等回复` : '没有人在等回复'
  }
}

/** When a patient is seen enrolled in the product but not in this portal's phone: seen now. */
export const isEnrolled = (product: Product, name: string): boolean =>
  product.status === 'open' && product.enrolled.includes(name)
