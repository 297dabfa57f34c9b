import { useEffect, useLayoutEffect, useRef } from 'react'

const nearPx = 80

/**
 * Keeps the newest message of a chat in sight: when one comes, and when a picture or the panel below changes heights
 * while the end was in sight. `chat` names the chat and how much is in it.
 */
export function useNewest(chat: string) {
  const body = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useLayoutEffect(() => {
    // Not scrollIntoView: it would move the page around the phone as well.
    if (body.current) body.current.scrollTop = body.current.scrollHeight
    atEnd.current = true
  }, [chat])
  useEffect(() => {
    const element = body.current
    if (element === null) return undefined
    const scrolled = (): void => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx
    }
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    element.addEventListener('scroll', scrolled)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => {
      element.removeEventListener('scroll', scrolled)
      observer.disconnect()
    }
  }, [])
  return body
}
