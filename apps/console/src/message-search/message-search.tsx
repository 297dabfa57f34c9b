import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import { useCall } from '../api/call-context'
import { worthRetrying } from '../api/use-answer'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { dateWords, timeWords } from '../time/time-words'
import { HitText } from './hit-text'

/** Words found in what was said, newest first; each opens its conversation at the message. */
export function MessageSearch({
  q,
  programmeId,
  search,
}: {
  q: string
  programmeId: string | undefined
  search: string
}) {
  const call = useCall()
  const query = useInfiniteQuery({
    queryKey: ['searchMessages', q, programmeId ?? null],
    queryFn: ({ pageParam }) =>
      call('searchMessages', {
        query: { q, ...(programmeId ? { programmeId } : {}), ...(pageParam ? { after: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    retry: worthRetrying,
  })
  return (
    <Answered query={query} rows={5}>
      {({ pages }) => {
        const hits = pages.flatMap((page) => page.hits)
        if (hits.length === 0) return <EmptyState title="没有人说过这个" detail="换一个词再找，至少两个字。" />
        return (
          <ol>
            {hits.map((hit) => (
              <li key={hit.messageId}>
                <Link
                  className="inbox-row"
                  to={{ pathname: `/conversations/${hit.conversationId}`, search }}
                  state={{ messageId: hit.messageId }}
                >
                  <span className="row gap4">
                    <b className="ellipsis">{hit.patientName}</b>
                    <span className="end caption nowrap">
                      {dateWords(hit.at)} {timeWords(hit.at)}
                    </span>
                  </span>
                  <span className="second">
                    {hit.author}：<HitText pieces={hit.pieces} />
                  </span>
                </Link>
              </li>
            ))}
            {query.hasNextPage ? (
              <li className="center" style={{ padding: 10 }}>
                <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  更早的
                </Button>
              </li>
            ) : null}
          </ol>
        )
      }}
    </Answered>
  )
}
