import type { ReactNode } from 'react'
import { failureText } from '../api-client/failure-text'
import { ErrorState } from '../error-state/error-state'
import { Skeleton } from '../skeleton/skeleton'
import type { Live } from './use-live-query'

/** The three faces of a page that reads: skeleton, error with a way to try again, content. */
export const LiveContent = <T,>(props: {
  live: Live<T> & { reload: () => void }
  skeleton?: readonly number[]
  children: (value: T) => ReactNode
}) => {
  const { live } = props
  if (live.status === 'loading') return <Skeleton {...(props.skeleton ? { cards: props.skeleton } : {})} />
  if (live.status === 'ready') return <>{props.children(live.value)}</>
  const text = failureText(live.failure.code)
  return <ErrorState what={text.what} safe={text.safe} todo={{ text: '再试一次', onPress: live.reload }} />
}
