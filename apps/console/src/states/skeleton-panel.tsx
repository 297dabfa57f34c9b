import { Skeleton } from 'antd'
import { useEffect, useState } from 'react'

/** Grey lines in the place of what is coming; nothing at all for the first 300 ms, so that quick answers do not flicker. */
export function SkeletonPanel({ rows = 4 }: { rows?: number }) {
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="panel" aria-busy="true" aria-label="正在读取">
      {shown ? (
        <Skeleton active title={{ width: '30%' }} paragraph={{ rows }} />
      ) : (
        <div style={{ height: rows * 30 }} />
      )}
    </div>
  )
}
