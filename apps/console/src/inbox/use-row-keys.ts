import { useEffect, type RefObject } from 'react'
import { nextRow } from './next-row'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** j and k move through the rows of a list, Enter opens the one in focus, r goes to the reply; nothing while somebody types. */
export function useRowKeys(list: RefObject<HTMLElement>, onReply: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (event.key === 'r') {
        event.preventDefault()
        onReply()
        return
      }
      const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.inbox-row') ?? [])]
      const inFocus = rows.findIndex((row) => row === document.activeElement)
      const open = rows.findIndex((row) => row.classList.contains('active'))
      const to = nextRow(event.key, rows.length, inFocus >= 0 ? inFocus : open)
      if (to === null) return
      event.preventDefault()
      rows[to]?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [list, onReply])
}
