import { useState } from 'react'
import { Sparkle } from 'lucide-react'

/** A link card in a chat. A picture the phone cannot fetch is replaced by the assistant's spark. */
export function LinkCard(props: { title: string; description: string; pictureUrl: string | null; onOpen: () => void }) {
  const [broken, setBroken] = useState(false)
  return (
    <button type="button" className="bubble card card-link" data-testid="link-card" onClick={props.onOpen}>
      {props.title}
      <div>
        <span>{props.description}</span>
        <span className="picture" aria-hidden="true">
          {props.pictureUrl && !broken ? (
            <img src={props.pictureUrl} alt="" onError={() => setBroken(true)} />
          ) : (
            <Sparkle size={26} strokeWidth={1.7} />
          )}
        </span>
      </div>
    </button>
  )
}
