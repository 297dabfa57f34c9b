import { useState } from 'react'
import { Cover } from '../look/cover'
import { Mark } from '../look/mark'

/** A mini-program card in a chat; tapping opens the page it carries. */
export function MiniProgramCard(props: { title: string; appName: string; mediaId: string | null; onOpen: () => void }) {
  const [broken, setBroken] = useState(false)
  return (
    <button type="button" className="bubble card card-mini" data-testid="mini-program-card" onClick={props.onOpen}>
      <header>
        <Mark size={20} />
        {props.appName}
      </header>
      <p>{props.title}</p>
      {props.mediaId && !broken ? (
        <img src={`/view/media/${props.mediaId}`} alt="" onError={() => setBroken(true)} />
      ) : (
        <Cover />
      )}
      <footer>
        <svg
          width="14"
          height="14"
          viewBox="0 0 24 24"
          fill="none"
          stroke="#6467EF"
          strokeWidth="2"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d="M13 8.5A3 3 0 1 1 16 11.5c-2 0-1.5-.5-4 .5s-2 .5-4 .5a3 3 0 1 0 3 3v-7" />
        </svg>
        小程序
      </footer>
    </button>
  )
}
