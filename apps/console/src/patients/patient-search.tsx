import { Input, type InputRef } from 'antd'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'

/** Search from anywhere (⌘K). The name travels as navigation state, for an address must not hold it. */
export function PatientSearch() {
  const field = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const navigate = useNavigate()
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        field.current?.focus()
      }
    }
    window.addEventListener('keydown', focus)
    return () => window.removeEventListener('keydown', focus)
  }, [])
  const go = () => {
    const q = text.trim()
    if (!q) return
    setText('')
    void navigate('/patients', { state: { q } })
  }
  return (
    <Input
      ref={field}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={go}
      maxLength={30}
      placeholder="搜索"
      aria-label="按姓名搜索患者"
      prefix={<Search size={16} strokeWidth={1.7} color="var(--ink-3)" />}
      suffix={<span className="keys">⌘K</span>}
      style={{ width: 150 }}
    />
  )
}
